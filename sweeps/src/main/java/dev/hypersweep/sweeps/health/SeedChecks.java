package dev.hypersweep.sweeps.health;

import dev.hypersweep.statistics.PairedTPower;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.TTest;
import dev.hypersweep.sweeps.health.Finding.Kind;
import dev.hypersweep.sweeps.matrix.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Do the seeds suffice to tell trials apart? */
final class SeedChecks {

  /** Fewer common runs say nothing of a difference. */
  static final int LEAST_RUNS = 3;

  /** Fewer trials with several seeds say nothing of noise. */
  private static final int LEAST_TRIALS = 5;

  private static final String PLACE = "seeds";
  private static final double LEVEL = 0.05;
  private static final double POWER = 0.8;

  private SeedChecks() {}

  /**
   * Whether the spread between trials is mostly what seeds alone would make: the error variance of
   * a trial's mean is more than half of the variance of the means.
   */
  static Optional<Finding> noise(List<Observed> trials) {
    List<Double> means = new ArrayList<>();
    double errors = 0;
    for (Observed trial : trials) {
      Map<String, List<Double>> byDataset = new HashMap<>();
      trial
          .runs()
          .forEach(
              (place, loss) -> {
                if (Double.isFinite(loss)) {
                  byDataset.computeIfAbsent(place.dataset(), any -> new ArrayList<>()).add(loss);
                }
              });
      if (!trial.isMeasured() || byDataset.values().stream().noneMatch(seeds -> seeds.size() > 1)) {
        continue;
      }
      double mean = 0;
      double error = 0;
      int known = 0;
      for (String dataset : new TreeSet<>(byDataset.keySet())) {
        Sample sample = sample(byDataset.get(dataset));
        mean += sample.mean();
        if (sample.n() > 1) {
          error += sample.variance() / sample.n();
          known++;
        }
      }
      int datasets = byDataset.size();
      means.add(mean / datasets);
      // A dataset with one seed is taken to vary as the others do.
      errors += error * datasets / known / (datasets * datasets);
    }
    if (means.size() < LEAST_TRIALS) {
      return Optional.empty();
    }
    double between = sample(means).variance();
    double within = errors / means.size();
    if (!(within > between / 2)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Kind.NOISE,
            PLACE,
            "",
            String.format(
                Locale.ROOT,
                "Seeds make a trial's objective vary by %.3g (standard error), and trials differ by"
                    + " %.3g only (standard deviation over %d trials): their order is mostly chance.",
                Math.sqrt(within),
                Math.sqrt(between),
                means.size()),
            "Give more seeds, or search where differences are larger.",
            Map.of(
                "standard_error", Math.sqrt(within),
                "standard_deviation", Math.sqrt(between),
                "trials", (double) means.size())));
  }

  /**
   * Whether the two best trials differ, by a paired t-test over the runs that both have; if not,
   * how many seeds would show a difference as large as the one seen four times in five.
   */
  static Optional<Finding> leaders(List<Observed> trials) {
    List<Observed> best =
        trials.stream()
            .filter(Observed::isMeasured)
            .sorted(Comparator.comparingDouble(Observed::loss).thenComparingInt(Observed::number))
            .limit(2)
            .toList();
    if (best.size() < 2) {
      return Optional.empty();
    }
    Observed first = best.get(0);
    Observed second = best.get(1);
    List<Place> common =
        first.runs().keySet().stream()
            .filter(place -> second.runs().containsKey(place))
            .filter(place -> Double.isFinite(first.runs().get(place) - second.runs().get(place)))
            .sorted(Comparator.comparing(Place::dataset).thenComparingLong(Place::seed))
            .toList();
    if (common.size() < LEAST_RUNS) {
      return Optional.empty();
    }
    double[] differences =
        common.stream()
            .mapToDouble(place -> second.runs().get(place) - first.runs().get(place))
            .toArray();
    Sample sample = Sample.of(differences);
    double effect = sample.mean() / sample.standardDeviation();
    double p = sample.variance() == 0 ? (sample.mean() == 0 ? 1 : 0) : p(sample);
    String pair = "trial " + first.number() + " and trial " + second.number();
    Map<String, Double> numbers = new HashMap<>();
    numbers.put("first", (double) first.number());
    numbers.put("second", (double) second.number());
    numbers.put("difference", sample.mean());
    numbers.put("p", p);
    numbers.put("runs", (double) common.size());
    if (p <= LEVEL) {
      return Optional.of(
          new Finding(
              Kind.SEPARATED,
              "",
              "",
              String.format(
                  Locale.ROOT,
                  "The leaders, %s, differ by %.3g on %d common runs (p = %.2g).",
                  pair,
                  sample.mean(),
                  common.size(),
                  p),
              "Nothing is to be done.",
              numbers));
    }
    long datasets = common.stream().map(Place::dataset).distinct().count();
    int pairs = effect > 0 ? new PairedTPower(LEVEL, true).pairsFor(effect, POWER) : -1;
    long seeds = pairs < 0 ? -1 : (pairs + datasets - 1) / datasets;
    // More than this nobody runs to find a difference that nobody would notice.
    boolean feasible = seeds > 0 && seeds <= 1000;
    if (feasible) {
      numbers.put("seeds", (double) seeds);
    }
    String text =
        String.format(
            Locale.ROOT,
            "The leaders, %s, cannot be told apart: they differ by %.3g on %d common runs (p = %.2g).",
            pair,
            sample.mean(),
            common.size(),
            p);
    String advice =
        feasible
            ? "About %d seeds per dataset would show such a difference four times in five."
                .formatted(seeds)
            : "No sensible number of seeds would show a difference: call them equal.";
    return Optional.of(new Finding(Kind.MORE_SEEDS, PLACE, "", text, advice, numbers));
  }

  private static double p(Sample sample) {
    return new TTest(sample.estimate()).p();
  }

  private static Sample sample(List<Double> values) {
    return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
