package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which metrics can be computed of the answers of a kind of task: the one table that says so. */
final class MetricFit {

  private static final Set<Metric> OF_TWO_CLASSES =
      EnumSet.of(Metric.F1, Metric.PRECISION, Metric.RECALL, Metric.F1A, Metric.EXACT_MATCH);

  private MetricFit() {}

  /** Those of a kind, in the catalogue's order. */
  static List<String> of(TaskKind kind) {
    return Arrays.stream(Metric.values())
        .filter(fitting(kind)::contains)
        .map(Metric::metricName)
        .toList();
  }

  /** Why a metric cannot be computed, in words; empty if it can. */
  static Optional<String> misfit(Metric metric, TaskKind kind, int classes) {
    if (!fitting(kind).contains(metric)) {
      return Optional.of(metric.metricName() + " is no metric for " + kind.kindName());
    }
    boolean two = kind == TaskKind.CLASSIFICATION && OF_TWO_CLASSES.contains(metric);
    return two && classes > 2
        ? Optional.of(metric.metricName() + " is for two classes, there are " + classes)
        : Optional.empty();
  }

  private static Set<Metric> fitting(TaskKind kind) {
    return switch (kind) {
      case CLASSIFICATION ->
          EnumSet.of(
              Metric.ACCURACY,
              Metric.BALANCED_ACCURACY,
              Metric.PRECISION,
              Metric.RECALL,
              Metric.F1,
              Metric.MACRO_F1,
              Metric.WEIGHTED_F1,
              Metric.MATTHEWS,
              Metric.COHEN_KAPPA,
              Metric.EXACT_MATCH,
              Metric.F1A,
              Metric.GENDER_PARITY,
              Metric.LOSS);
      case REGRESSION -> EnumSet.of(Metric.PEARSON, Metric.SPEARMAN, Metric.KENDALL, Metric.LOSS);
      case CHOICE -> EnumSet.of(Metric.ACCURACY, Metric.EXACT_MATCH, Metric.SQUAD_F1, Metric.LOSS);
      case SPAN -> EnumSet.of(Metric.EXACT_MATCH, Metric.SQUAD_F1, Metric.LOSS);
      case LANGUAGE_MODEL ->
          EnumSet.of(
              Metric.PERPLEXITY,
              Metric.WORD_PERPLEXITY,
              Metric.BYTE_PERPLEXITY,
              Metric.BITS_PER_BYTE,
              Metric.LOSS);
      case TEXT_TO_TEXT ->
          EnumSet.of(
              Metric.ACCURACY,
              Metric.PEARSON,
              Metric.SPEARMAN,
              Metric.KENDALL,
              Metric.EXACT_MATCH,
              Metric.SQUAD_F1,
              Metric.ROUGE_1,
              Metric.ROUGE_2,
              Metric.ROUGE_L,
              Metric.ROUGE_LSUM,
              Metric.BLEU,
              Metric.CHRF,
              Metric.CHRF_PLUS_PLUS,
              Metric.TER,
              Metric.LOSS);
    };
  }
}
