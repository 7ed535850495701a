package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.model.Options;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.task.Answered;
import dev.hypersweep.trainer.task.TextTask;
import dev.hypersweep.trainer.task.TokenTable;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Scores an encoder on the evaluation splits, in batches of texts of like length: short ones do not
 * pay for long ones. The batches never change, so neither do the bits of a score.
 */
final class EncoderEvaluation implements Evaluation {

  private final TextEncoder encoder;
  private final TextTask<?> task;
  private final Tables tables;
  private final int batch;
  private final Metric headline;

  /**
   * @param batch texts that pass together
   */
  EncoderEvaluation(
      TextEncoder encoder, TextTask<?> task, Tables tables, int batch, Metric headline) {
    this.encoder = encoder;
    this.task = task;
    this.tables = tables;
    this.batch = batch;
    this.headline = headline;
  }

  @Override
  public Evaluated evaluate(Session session, Weights weights) {
    List<Measure> measures = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (Tables.Tokens split : tables.evaluations()) {
      Answered answered = answered(session, weights, split);
      String prefix = measures.isEmpty() ? "" : Tables.prefix(split.split()) + "/";
      answered
          .measures()
          .forEach(found -> measures.add(new Measure(prefix + found.name(), found.statistic())));
      predictions.addAll(answered.predictions());
    }
    for (Tables.Diagnosed other : tables.diagnosed()) {
      Tables.Tokens tokens = other.tokens();
      Answered answered =
          task.scoredBy(other.dataset().metrics())
              .answers(tokens.split(), tokens.table(), outputs(session, weights, tokens.table()));
      answered
          .measures()
          .forEach(
              found ->
                  measures.add(
                      new Measure(other.dataset().name() + "/" + found.name(), found.statistic())));
      predictions.addAll(answered.predictions());
    }
    Evaluated evaluated = new Evaluated(measures, new TreeMap<>(), predictions);
    double loss = evaluated.metrics().get(Metric.LOSS.metricName());
    if (!Double.isFinite(loss)) {
      throw new NotANumber("evaluation loss is " + loss + "; lower learning_rate, or set clip");
    }
    return evaluated;
  }

  @Override
  public List<Prediction> test(Session session, Weights weights) {
    return tables.tests().stream()
        .flatMap(split -> answered(session, weights, split).predictions().stream())
        .toList();
  }

  @Override
  public Metric headline() {
    return headline;
  }

  private Answered answered(Session session, Weights weights, Tables.Tokens split) {
    return task.answers(split.split(), split.table(), outputs(session, weights, split.table()));
  }

  /** The head's numbers for each row, without noise or dropout. */
  private float[][] outputs(Session session, Weights weights, TokenTable table) {
    int[] byLength =
        IntStream.range(0, table.rows())
            .boxed()
            .sorted(Comparator.comparingInt(table::length))
            .mapToInt(Integer::intValue)
            .toArray();
    float[][] outputs = new float[table.rows()][];
    try (DerivedValues derived = new DerivedValues(session)) {
      for (int from = 0; from < byLength.length; from += batch) {
        int[] rows = Arrays.copyOfRange(byLength, from, Math.min(from + batch, byLength.length));
        List<Options.Plain> texts =
            Arrays.stream(rows)
                .mapToObj(row -> new Options.Plain(table.tokens(row), table.segments(row)))
                .toList();
        try (Pass pass = Pass.evaluation(session, weights, derived)) {
          share(encoder.outputs(pass, texts).outputs().toFloatArray(), rows, table, outputs);
        }
      }
    }
    return outputs;
  }

  private void share(float[] flat, int[] rows, TokenTable table, float[][] outputs) {
    int at = 0;
    for (int row : rows) {
      int size = task.head().outputs() * (task.head().perToken() ? table.length(row) : 1);
      outputs[row] = Arrays.copyOfRange(flat, at, at + size);
      at += size;
    }
  }
}
