package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.analysis.SimilarityAnalysis;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.Options;
import dev.hypersweep.trainer.task.Choices;
import dev.hypersweep.trainer.task.Classes;
import dev.hypersweep.trainer.task.Form;
import dev.hypersweep.trainer.task.Scores;
import dev.hypersweep.trainer.task.Spans;
import dev.hypersweep.trainer.task.TextTask;
import dev.hypersweep.trainer.task.TokenTable;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** Runs of encoders: classification, regression, multiple choice, spans. */
final class EncoderJobs {

  private EncoderJobs() {}

  static Job<?> of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus) {
    TextTask<?> task = task(settings, corpus);
    if (!(task instanceof Classes) && training.labelSmoothing() != 0) {
      throw new InvalidSetting(
          "settings.label_smoothing: "
              + training.labelSmoothing()
              + " is for classes, which "
              + corpus.info().name()
              + " has not; leave it out");
    }
    return job(session, specification, settings, training, corpus, task);
  }

  private static <E> Job<E> job(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus,
      TextTask<E> task) {
    Form form = form(settings, task);
    Backbone backbone = Backbone.of(session, specification, settings, corpus, task.head(), form);
    Tables tables = backbone.tables();
    TokenTable held = tables.evaluations().get(0).table();
    return new Job<>(
        task.model(backbone.encoder()),
        backbone.weights(),
        task.training(corpus.train(), tables.train()),
        new EncoderEvaluation(
            backbone.encoder(),
            task,
            tables,
            training.evaluationBatch(),
            corpus.dataset().metric()),
        new SimilarityAnalysis(
            backbone.encoder(),
            held.rows(row -> new Options.Plain(held.tokens(row), held.segments(row)))),
        tables.preprocessing(),
        tables.truncation());
  }

  private static Form form(SettingValues settings, TextTask<?> task) {
    int length = settings.integer("sequence_length");
    if (!(task instanceof Spans)) {
      return Form.cut(length);
    }
    int stride = settings.integer("stride");
    if (stride >= length / 2) {
      throw new InvalidSetting(
          "settings.stride: "
              + stride
              + " is not below half of sequence_length "
              + length
              + ", so windows would hardly move on; give 0 to "
              + (length / 2 - 1));
    }
    return new Form(length, stride);
  }

  private static TextTask<?> task(SettingValues settings, Corpus corpus) {
    Dataset dataset = corpus.dataset();
    List<Metric> metrics = dataset.metrics();
    return switch (dataset.kind()) {
      case CLASSIFICATION -> new Classes(dataset.labelNames(), metrics);
      case REGRESSION -> Scores.of(corpus.train(), metrics);
      case CHOICE -> new Choices(metrics);
      case SPAN -> new Spans(settings.integer("longest_answer"), metrics);
      case LANGUAGE_MODEL, TEXT_TO_TEXT ->
          throw new InvalidSetting(
              "settings.backbone: "
                  + settings.choice("backbone")
                  + " is an encoder, which cannot learn "
                  + dataset.name()
                  + "; take a backbone that writes text");
    };
  }
}
