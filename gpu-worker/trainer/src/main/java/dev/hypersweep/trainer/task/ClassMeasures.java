package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.metric.Confusion;
import dev.hypersweep.trainer.metric.superglue.JudgedAnswer;
import dev.hypersweep.trainer.metric.superglue.MultiRc;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The metrics of gold and predicted classes. For metrics of two classes the positive one is class
 * 1, as in GLUE and SuperGLUE.
 *
 * <p>What is undefined for some examples (kappa of one class throughout) is 0 there: nothing was
 * shown to be learnt.
 *
 * @param classes C
 * @param gold class of each example
 * @param predicted class of each example
 * @param groups what each belongs to; null for examples that stand alone
 */
record ClassMeasures(int classes, int[] gold, int[] predicted, List<String> groups) {

  private static final int POSITIVE = 1;

  /**
   * @throws IllegalArgumentException if it is no metric of classes
   */
  Measure of(Metric metric) {
    return new Measure(metric.metricName(), statistic(metric));
  }

  private Statistic statistic(Metric metric) {
    return switch (metric) {
      case ACCURACY ->
          Statistic.mean(
              IntStream.range(0, gold.length).mapToDouble(i -> right(i) ? 1 : 0).toArray());
      case MATTHEWS -> counts(Confusion::matthews);
      case F1 -> counts(counts -> counts.of(POSITIVE).f1());
      case PRECISION -> counts(counts -> counts.of(POSITIVE).precision());
      case RECALL -> counts(counts -> counts.of(POSITIVE).recall());
      case MACRO_F1 -> counts(counts -> counts.macro(all()).f1());
      case WEIGHTED_F1 -> counts(counts -> counts.weighted(all()).f1());
      case BALANCED_ACCURACY -> counts(Confusion::balancedAccuracy);
      case COHEN_KAPPA -> counts(counts -> counts.kappa());
      case EXACT_MATCH -> questions(MultiRc::exactMatch);
      case F1A -> questions(MultiRc::f1a);
      case GENDER_PARITY -> parity();
      default ->
          throw new IllegalArgumentException(
              metric.metricName() + " is no metric of classes; take one that is");
    };
  }

  private boolean right(int example) {
    return gold[example] == predicted[example];
  }

  private int[] all() {
    return IntStream.range(0, classes).toArray();
  }

  /** A number that follows from the counts of (gold, predicted). */
  private Statistic counts(ToDoubleFunction<Confusion> number) {
    return new Statistic() {
      @Override
      public int size() {
        return gold.length;
      }

      @Override
      public double of(int[] chosen) {
        Confusion counts = new Confusion(classes);
        for (int i : chosen) {
          counts.add(gold[i], predicted[i]);
        }
        return defined(number.applyAsDouble(counts));
      }
    };
  }

  /** A number that follows from the answers of whole questions; each drawn is one of its own. */
  private Statistic questions(ToDoubleFunction<MultiRc> number) {
    List<int[]> members = members();
    return new Statistic() {
      @Override
      public int size() {
        return members.size();
      }

      @Override
      public double of(int[] chosen) {
        List<JudgedAnswer> answers = new ArrayList<>();
        for (int place = 0; place < chosen.length; place++) {
          for (int i : members.get(chosen[place])) {
            boolean right = gold[i] == POSITIVE;
            boolean said = predicted[i] == POSITIVE;
            answers.add(new JudgedAnswer(Integer.toString(place), right, said));
          }
        }
        return defined(number.applyAsDouble(MultiRc.of(answers)));
      }
    };
  }

  /** Share of pairs that got one answer; what stands alone is no pair. */
  private Statistic parity() {
    return Statistic.mean(
        members().stream()
            .filter(pair -> pair.length > 1)
            .mapToDouble(
                pair -> Arrays.stream(pair).map(i -> predicted[i]).distinct().count() == 1 ? 1 : 0)
            .toArray());
  }

  private static double defined(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The examples of each group, in the order of their first; who has none stands alone. */
  private List<int[]> members() {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < gold.length; i++) {
      String group = groups.get(i) == null ? " " + i : groups.get(i);
      members.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
    }
    return members.values().stream()
        .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
