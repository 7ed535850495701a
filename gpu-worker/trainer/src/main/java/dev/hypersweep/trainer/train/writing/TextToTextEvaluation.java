package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.Shown;
import dev.hypersweep.trainer.task.Answered;
import dev.hypersweep.trainer.task.Classes;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.Evaluation;
import dev.hypersweep.trainer.train.NotANumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores a model that writes: of a closed set of answers it takes the likeliest, else what it
 * writes by greedy or beam search is compared with the references. Nothing in it is random.
 */
final class TextToTextEvaluation implements Evaluation {

  private final SequenceWriter writer;
  private final WritingTokens tokens;
  private final List<Scored> splits;
  private final List<Sampled> tests;
  private final GenerationSettings search;
  private final int batch;
  private final Metric headline;

  /**
   * @param tokens what is written is decoded by
   * @param splits the headline one first
   * @param search how texts are written
   * @param tests splits without answers
   * @param batch texts that are computed together
   * @param headline the dataset's own metric
   */
  TextToTextEvaluation(
      SequenceWriter writer,
      WritingTokens tokens,
      List<Scored> splits,
      List<Sampled> tests,
      GenerationSettings search,
      int batch,
      Metric headline) {
    this.writer = writer;
    this.tokens = tokens;
    this.splits = splits;
    this.tests = tests;
    this.search = search;
    this.batch = batch;
    this.headline = headline;
  }

  @Override
  public Evaluated evaluate(Session session, Weights weights) {
    List<Measure> measures = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (Scored split : splits) {
      Answered answered = answered(session, weights, split.sampled(), split.metrics());
      for (Measure found : answered.measures()) {
        measures.add(new Measure(split.name() + found.name(), found.statistic()));
      }
      predictions.addAll(answered.predictions());
    }
    Evaluated evaluated = new Evaluated(measures, new TreeMap<>(), predictions);
    evaluated.metrics().forEach(TextToTextEvaluation::refuseNotANumber);
    return evaluated;
  }

  private static void refuseNotANumber(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new NotANumber(
          "evaluation " + name + " is " + value + "; lower learning_rate, or set clip");
    }
  }

  @Override
  public List<Prediction> test(Session session, Weights weights) {
    return tests.stream()
        .flatMap(test -> answered(session, weights, test, List.of()).predictions().stream())
        .toList();
  }

  private Answered answered(
      Session session, Weights weights, Sampled sampled, List<Metric> metrics) {
    if (!sampled.closed()) {
      return written(
          sampled,
          WrittenTexts.of(
              session, weights, writer, sampled.tokens().sources(), tokens, search, batch),
          losses(session, weights, sampled),
          metrics);
    }
    float[][] scores =
        CandidateScores.of(
            session, weights, writer, sampled.tokens().sources(), sampled.candidates(), batch);
    if (sampled.split().examples().get(0) instanceof Example.Labelled) {
      return new Classes(sampled.forms().get(0).candidates(), metrics)
          .answers(sampled.split(), null, scores);
    }
    return written(sampled, likeliest(sampled, scores), losses(session, weights, sampled), metrics);
  }

  private static List<String> likeliest(Sampled sampled, float[][] scores) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      int best = 0;
      for (int c = 1; c < scores[i].length; c++) {
        best = scores[i][c] > scores[i][best] ? c : best;
      }
      texts.add(sampled.forms().get(i).candidates().get(best));
    }
    return texts;
  }

  private Answered written(
      Sampled sampled, List<String> outputs, List<double[]> losses, List<Metric> metrics) {
    List<TextToText> forms = sampled.forms();
    List<List<String>> references = forms.stream().map(TextToText::references).toList();
    boolean known = references.stream().noneMatch(List::isEmpty);
    WrittenMeasures measured = known ? WrittenMeasures.of(outputs, references, metrics) : null;
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      TreeMap<String, Double> scores = new TreeMap<>();
      if (known) {
        scores.putAll(measured.ofText(i));
        scores.put("nll", Arrays.stream(losses.get(i)).sum());
        scores.put("tokens", (double) losses.get(i).length);
      }
      predictions.add(prediction(sampled.split().name(), forms.get(i), outputs.get(i), scores));
    }
    return new Answered(predictions, known ? measures(measured, losses, metrics) : List.of());
  }

  /** An option of a choice without an answer is told by its name, as a submission wants it. */
  private static Prediction prediction(
      String split, TextToText form, String output, SortedMap<String, Double> scores) {
    int chosen = form.candidates().indexOf(output);
    if (form.example() instanceof Example.Choice choice && choice.answers().isEmpty()) {
      boolean named = chosen >= 0 && choice.names().size() == form.candidates().size();
      return new Prediction(
          split,
          choice.id(),
          choice.group(),
          Shown.of(choice.context(), String.join("\n", choice.options())),
          named ? choice.names().get(chosen) : output,
          List.of(),
          scores);
    }
    return new Prediction(
        split,
        form.example().id(),
        null,
        Shown.of(form.source()),
        output,
        form.references(),
        scores);
  }

  private static List<Measure> measures(
      WrittenMeasures measured, List<double[]> losses, List<Metric> metrics) {
    double[] nll = losses.stream().mapToDouble(each -> Arrays.stream(each).sum()).toArray();
    long[] sizes = losses.stream().mapToLong(each -> each.length).toArray();
    List<Measure> all = new ArrayList<>();
    all.add(
        new Measure(
            Metric.LOSS.metricName(),
            new Ratio(nll, sizes, (likelihood, units) -> likelihood.nats(units))));
    metrics.stream()
        .filter(metric -> metric != Metric.LOSS)
        .forEach(metric -> all.add(new Measure(metric.metricName(), measured.of(metric))));
    return all;
  }

  /** Of each example's first reference, token by token; empty rows where there is none. */
  private List<double[]> losses(Session session, Weights weights, Sampled sampled) {
    if (sampled.forms().stream().anyMatch(each -> each.references().isEmpty())) {
      return List.of();
    }
    List<SequencePair> pairs = sampled.tokens().firsts();
    List<double[]> losses = new ArrayList<>();
    try (DerivedValues derived = new DerivedValues(session)) {
      for (int from = 0; from < pairs.size(); from += batch) {
        List<SequencePair> some = pairs.subList(from, Math.min(from + batch, pairs.size()));
        try (Pass pass = Pass.evaluation(session, weights, derived)) {
          losses.addAll(List.of(writer.tokenLosses(pass, some)));
        }
      }
    }
    return losses;
  }

  @Override
  public DatasetInfo scored(DatasetInfo whole) {
    Split scored = splits.get(0).sampled().split();
    int slash = whole.split().indexOf('/');
    return scored.examples().size() == whole.evaluationExamples()
        ? whole
        : new DatasetInfo(
            whole.name(),
            whole.contentHash(),
            whole.split().substring(0, slash + 1) + scored.name(),
            whole.trainExamples(),
            scored.examples().size(),
            whole.classes(),
            whole.majority(),
            whole.kind(),
            whole.metric());
  }

  @Override
  public Metric headline() {
    return headline;
  }
}
