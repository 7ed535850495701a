package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.health.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Is the search space where it should be? */
final class SpaceChecks {

  private static final double EDGE = 0.1;
  private static final double NO_EFFECT = 0.03;
  private static final double LEVEL = 0.01;

  private SpaceChecks() {}

  /**
   * Ranges at whose ends the best tenth of trials lies: half of them or more within a tenth of the
   * range, and more than the share of all trials there explains at a level of 1 %.
   */
  static List<Finding> edges(List<Parameter> parameters, List<Observed> trials) {
    List<Observed> order =
        trials.stream()
            .filter(Observed::isMeasured)
            .sorted(Comparator.comparingDouble(Observed::loss).thenComparingInt(Observed::number))
            .toList();
    List<Finding> findings = new ArrayList<>();
    int best = Math.max(5, order.size() / 10);
    if (order.size() < 2 * best) {
      return findings;
    }
    for (Parameter parameter : parameters) {
      // Choices without an order have no ends; few values are all at an end.
      boolean ordered = !(parameter.domain() instanceof Choices choices) || choices.ordered();
      if (!ordered || parameter.domain().size().orElse(1000) < 5) {
        continue;
      }
      for (boolean upper : new boolean[] {false, true}) {
        long all = order.stream().filter(one -> isAt(parameter, one, upper)).count();
        long there =
            order.subList(0, best).stream().filter(one -> isAt(parameter, one, upper)).count();
        double share = Math.max(all / (double) order.size(), EDGE / 2);
        double chance =
            BinomialDistribution.of(best, Math.min(1, share)).survivalProbability((int) there - 1);
        if (2 * there >= best && chance <= LEVEL) {
          findings.add(edge(parameter, upper, there, best, share, chance));
        }
      }
    }
    return findings;
  }

  private static Finding edge(
      Parameter parameter, boolean upper, long there, int best, double share, double chance) {
    Object end = parameter.domain().quantile(upper ? 1 - 0x1p-53 : 0);
    return new Finding(
        Kind.EDGE,
        parameter.name(),
        String.format(
            Locale.ROOT,
            "%d of the %d best trials lie at the %s end of %s (%s), where %.0f %% of all trials are."
                + " Better values may lie beyond it: widen the range.",
            there,
            best,
            upper ? "upper" : "lower",
            parameter.name(),
            end,
            100 * share),
        Map.of("best", (double) best, "at_edge", (double) there, "share", share, "p", chance));
  }

  private static boolean isAt(Parameter parameter, Observed trial, boolean upper) {
    Object value = trial.point().get(parameter.name());
    if (value == null) {
      return false;
    }
    double position = parameter.domain().position(value);
    return upper ? position >= 1 - EDGE : position <= EDGE;
  }

  /** Parameters whose importance is below 3 % even at the upper end of its interval. */
  static List<Finding> withoutEffect(List<Importance> importances, int trials) {
    // Where nothing matters at all, the forest has learned nothing: that is noise, not these.
    if (importances.stream().noneMatch(one -> one.interval().low() > NO_EFFECT)) {
      return List.of();
    }
    return importances.stream()
        .filter(one -> one.interval().high() < NO_EFFECT)
        .map(
            one ->
                new Finding(
                    Kind.NO_EFFECT,
                    one.parameter(),
                    String.format(
                        Locale.ROOT,
                        "%s makes no difference that %d trials can show: at most %.1f %% of the"
                            + " variation. Fix it, and the search has one parameter less.",
                        one.parameter(),
                        trials,
                        100 * one.interval().high()),
                    Map.of("importance", one.value(), "upper", one.interval().high())))
        .toList();
  }
}
