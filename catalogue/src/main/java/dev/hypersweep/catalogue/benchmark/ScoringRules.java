package dev.hypersweep.catalogue.benchmark;

import static dev.hypersweep.catalogue.Metric.ACCURACY;
import static dev.hypersweep.catalogue.Metric.EXACT_MATCH;
import static dev.hypersweep.catalogue.Metric.F1;
import static dev.hypersweep.catalogue.Metric.F1A;
import static dev.hypersweep.catalogue.Metric.MACRO_F1;
import static dev.hypersweep.catalogue.Metric.MATTHEWS;
import static dev.hypersweep.catalogue.Metric.PEARSON;
import static dev.hypersweep.catalogue.Metric.ROUGE_2;
import static dev.hypersweep.catalogue.Metric.SPEARMAN;
import static dev.hypersweep.catalogue.Metric.SQUAD_F1;
import static dev.hypersweep.catalogue.Metric.WORD_PERPLEXITY;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.benchmark.ScoringRule.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scoring rules of benchmarks that are more than a mean of headline metrics. */
public final class ScoringRules {

  /** A split of MNLI from other genres than those trained on. */
  private static final Column MNLI_MISMATCHED = new Column("glue/mnli", "dev_mismatched", ACCURACY);

  private static final BenchmarkTask COLA = BenchmarkTask.of("CoLA", "glue/cola", MATTHEWS);
  private static final BenchmarkTask SST_2 = BenchmarkTask.of("SST-2", "glue/sst-2", ACCURACY);
  private static final BenchmarkTask QNLI = BenchmarkTask.of("QNLI", "glue/qnli", ACCURACY);
  private static final BenchmarkTask RTE = BenchmarkTask.of("RTE", "glue/rte", ACCURACY);
  private static final BenchmarkTask WNLI = BenchmarkTask.of("WNLI", "glue/wnli", ACCURACY);

  private static final List<BenchmarkTask> GLUE_WITHOUT_WNLI =
      List.of(
          COLA,
          SST_2,
          BenchmarkTask.of("MRPC", "glue/mrpc", F1, ACCURACY),
          BenchmarkTask.of("STS-B", "glue/sts-b", PEARSON, SPEARMAN),
          BenchmarkTask.of("QQP", "glue/qqp", F1, ACCURACY),
          new BenchmarkTask("MNLI", List.of(Column.of("glue/mnli", ACCURACY), MNLI_MISMATCHED)),
          QNLI,
          RTE);

  private static final List<BenchmarkTask> SUPERGLUE_TASKS =
      List.of(
          BenchmarkTask.of("BoolQ", "superglue/boolq", ACCURACY),
          BenchmarkTask.of("CB", "superglue/cb", MACRO_F1, ACCURACY),
          BenchmarkTask.of("COPA", "superglue/copa", ACCURACY),
          BenchmarkTask.of("MultiRC", "superglue/multirc", F1A, EXACT_MATCH),
          BenchmarkTask.of("ReCoRD", "superglue/record", SQUAD_F1, EXACT_MATCH),
          BenchmarkTask.of("RTE", "superglue/rte", ACCURACY),
          BenchmarkTask.of("WiC", "superglue/wic", ACCURACY),
          BenchmarkTask.of("WSC", "superglue/wsc", ACCURACY));

  /** GLUE (Wang et al. 2018), with the averages that papers print under that name. */
  public static final ScoringRule GLUE =
      new ScoringRule(
          "glue",
          Ranking.FIRST_AVERAGE,
          List.of(
              new Average("official", "mean over 9 tasks", with(GLUE_WITHOUT_WNLI, WNLI)),
              new Average("without-wnli", "mean over 8 tasks, WNLI left out", GLUE_WITHOUT_WNLI),
              new Average(
                  "bert-paper",
                  "as in the BERT paper: 9 columns, MNLI counted twice, one metric each, no WNLI",
                  List.of(
                      BenchmarkTask.of("MNLI-m", "glue/mnli", ACCURACY),
                      new BenchmarkTask("MNLI-mm", List.of(MNLI_MISMATCHED)),
                      BenchmarkTask.of("QQP", "glue/qqp", F1),
                      QNLI,
                      SST_2,
                      COLA,
                      BenchmarkTask.of("STS-B", "glue/sts-b", SPEARMAN),
                      BenchmarkTask.of("MRPC", "glue/mrpc", F1),
                      RTE))),
          List.of("glue/ax"),
          "https://gluebenchmark.com: metrics of a task are averaged first; AX is a diagnostic");

  /** SuperGLUE (Wang et al. 2019). */
  public static final ScoringRule SUPERGLUE =
      new ScoringRule(
          "superglue",
          Ranking.FIRST_AVERAGE,
          List.of(new Average("official", "mean over 8 tasks", SUPERGLUE_TASKS)),
          List.of("superglue/ax-b", "superglue/ax-g"),
          "https://super.gluebenchmark.com: metrics of a task are averaged first; AX-b and AX-g are"
              + " diagnostics");

  /**
   * The twenty datasets of the HyperMoE paper (Zhao et al. 2024) as far as they can be known. Its
   * perplexity and its accuracies have no unit in common: families have a mean each, and rows are
   * ordered by mean rank.
   */
  public static final ScoringRule HYPERMOE_20 =
      new ScoringRule(
          "hypermoe-20",
          Ranking.MEAN_RANK,
          List.of(
              new Average("glue", "GLUE without WNLI, mean over 8 tasks", GLUE_WITHOUT_WNLI),
              new Average(
                  "superglue",
                  "SuperGLUE, mean over 8 tasks",
                  SUPERGLUE_TASKS.stream().map(ScoringRules::apart).toList()),
              new Average(
                  "question-answering",
                  "extractive question answering",
                  List.of(BenchmarkTask.of("SQuAD", "squad", SQUAD_F1, EXACT_MATCH))),
              new Average(
                  "summarisation",
                  "mean ROUGE-2",
                  List.of(
                      BenchmarkTask.of("XSum", "xsum", ROUGE_2),
                      BenchmarkTask.of("CNN/DailyMail", "cnn_dailymail", ROUGE_2))),
              new Average(
                  "language-modelling",
                  "word perplexity",
                  List.of(BenchmarkTask.of("WikiText-2", "wikitext-2", WORD_PERPLEXITY)))),
          List.of(),
          "inferred: the paper names the number of datasets and four families of tasks, not the"
              + " list nor how it is condensed; the list follows from the authors' code");

  private static final List<ScoringRule> ALL = List.of(GLUE, SUPERGLUE, HYPERMOE_20);

  private ScoringRules() {}

  /** Every rule. */
  public static List<ScoringRule> all() {
    return ALL;
  }

  /** The rule of a benchmark; one that has none is scored by {@link #mean}. */
  public static Optional<ScoringRule> of(String benchmark) {
    return ALL.stream().filter(rule -> rule.benchmark().equals(benchmark)).findFirst();
  }

  /**
   * The rule of a benchmark that has no makers: the mean over its datasets of their scores.
   *
   * @param datasets in the order of columns, 1 or more
   */
  public static ScoringRule mean(String benchmark, List<Dataset> datasets) {
    return new ScoringRule(
        benchmark,
        Ranking.FIRST_AVERAGE,
        List.of(
            new Average(
                "mean",
                "mean over all datasets",
                datasets.stream().map(ScoringRules::whole).toList())),
        List.of(),
        "");
  }

  private static BenchmarkTask whole(Dataset dataset) {
    return BenchmarkTask.of(
        dataset.name(),
        dataset.name(),
        dataset.scored().stream()
            .filter(one -> one.higherIsBetter() == dataset.metric().higherIsBetter())
            .toArray(Metric[]::new));
  }

  private static List<BenchmarkTask> with(List<BenchmarkTask> tasks, BenchmarkTask another) {
    return Stream.concat(tasks.stream(), Stream.of(another)).toList();
  }

  /** RTE is a task of both benchmarks. */
  private static BenchmarkTask apart(BenchmarkTask task) {
    return task.name().equals("RTE") ? new BenchmarkTask("RTE (SuperGLUE)", task.columns()) : task;
  }
}
