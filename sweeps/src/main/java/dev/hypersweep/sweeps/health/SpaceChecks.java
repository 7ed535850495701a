package dev.hypersweep.sweeps.health;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
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

  /** With fewer measured trials than this no end of a range is suspected. */
  static final int ENOUGH = 10;

  private static final double EDGE = 0.1;
  private static final double NO_EFFECT = 0.05;
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
    if (order.size() < ENOUGH) {
      return findings;
    }
    int best = Math.max(ENOUGH / 2, order.size() / 10);
    for (Parameter parameter : parameters) {
      // Choices without an order have no ends; few values are all at an end.
      boolean ordered = !(parameter.domain() instanceof Choices choices) || choices.ordered();
      if (!ordered || parameter.domain().size().orElse(1000) < 5) {
        continue;
      }
      for (boolean upper : new boolean[] {false, true}) {
        if (isBound(parameter, upper)) {
          continue;
        }
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
    return new Finding(
        Kind.EDGE,
        Searched.place(parameter),
        parameter.name(),
        String.format(
            Locale.ROOT,
            "%d of the %d best trials lie at the %s end of %s (%s), where %.0f %% of all trials are.",
            there,
            best,
            upper ? "upper" : "lower",
            parameter.name(),
            end(parameter, upper),
            100 * share),
        "Widen the range at that end: better values may lie beyond it.",
        Map.of("best", (double) best, "at_edge", (double) there, "share", share, "p", chance));
  }

  private static Object end(Parameter parameter, boolean upper) {
    return parameter.domain().quantile(upper ? 1 - 0x1p-53 : 0);
  }

  /** Whether nothing lies beyond: the setting itself ends there. */
  private static boolean isBound(Parameter parameter, boolean upper) {
    return end(parameter, upper) instanceof Number end
        && Settings.named(parameter.name())
            .filter(setting -> setting.kind() != Setting.Kind.CHOICE)
            .filter(
                setting ->
                    upper
                        ? end.doubleValue() >= setting.high()
                        : end.doubleValue() <= setting.low())
            .isPresent();
  }

  private static boolean isAt(Parameter parameter, Observed trial, boolean upper) {
    Object value = trial.point().get(parameter.name());
    if (value == null) {
      return false;
    }
    double position = parameter.domain().position(value);
    return upper ? position >= 1 - EDGE : position <= EDGE;
  }

  /** Parameters whose importance is below 5 % even at the upper end of its interval. */
  static List<Finding> withoutEffect(List<Importance> importances, int trials) {
    // Where nothing matters at all, the forest has learned nothing: that is noise, not these.
    if (importances.stream().noneMatch(one -> one.interval().low() > NO_EFFECT)) {
      return List.of();
    }
    return importances.stream()
        // Which variant is better is what a sweep asks, and no reason to leave one out.
        .filter(one -> !one.parameter().equals(Searched.VARIANTS))
        .filter(one -> one.interval().high() < NO_EFFECT)
        .map(
            one ->
                new Finding(
                    Kind.NO_EFFECT,
                    Searched.place(one.parameter()),
                    one.parameter(),
                    String.format(
                        Locale.ROOT,
                        "%s makes no difference that %d trials can show: at most %.1f %% of the"
                            + " variation.",
                        one.parameter(),
                        trials,
                        100 * one.interval().high()),
                    "Fix it, and the search has one parameter less.",
                    Map.of("importance", one.value(), "upper", one.interval().high())))
        .toList();
  }
}
