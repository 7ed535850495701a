package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.health.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What cannot be said yet: silence about it means nothing. */
final class TooLittle {

  private TooLittle() {}

  /**
   * What is open; nothing where there is nothing to compare.
   *
   * @param parameters what trials differ in
   * @param compared whether the leaders were compared
   */
  static Optional<Finding> of(List<Parameter> parameters, int measured, boolean compared) {
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    List<String> open = new ArrayList<>();
    boolean searched = parameters.stream().anyMatch(one -> !one.name().equals(Searched.VARIANTS));
    if (searched) {
      if (measured < Importances.ENOUGH) {
        open.add("which parameters matter (from %d trials on)".formatted(Importances.ENOUGH));
      }
      if (measured < SpaceChecks.ENOUGH) {
        open.add("whether ranges are wide enough (from %d on)".formatted(SpaceChecks.ENOUGH));
      }
    }
    boolean trials = !open.isEmpty() || measured < 2;
    if (!compared) {
      open.add(
          "whether the leaders differ by more than chance (from %d runs of each on)"
              .formatted(SeedChecks.LEAST_RUNS));
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    boolean seeds = !compared && measured > 1;
    String place = seeds ? "seeds" : searched ? "budget.trials" : "";
    return Optional.of(
        new Finding(
            Kind.TOO_LITTLE,
            place,
            "",
            count(measured) + ": too little to say " + String.join("; ", open) + ".",
            trials && !searched ? "Known when two trials have ended." : more(trials, seeds),
            Map.of("measured", (double) measured)));
  }

  private static String more(boolean trials, boolean seeds) {
    String more =
        (trials ? "trials" : "") + (trials && seeds ? " and " : "") + (seeds ? "seeds" : "");
    return "More " + more + " will tell.";
  }

  private static String count(int measured) {
    return switch (measured) {
      case 0 -> "No trial has an objective yet";
      case 1 -> "One trial has an objective";
      default -> measured + " trials have an objective";
    };
  }
}
