package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.analysis.SimilarityAnalysis;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.tensor.Session;

/** From a specification and its data to a run made ready: the one place that knows every task. */
final class Jobs {

  private Jobs() {}

  /** The job for the dataset's kind of task and the backbone that the settings name. */
  static Job<?> of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus) {
    Dataset dataset = Datasets.named(specification.dataset()).orElseThrow();
    Backbone backbone = Backbone.of(session, specification, settings, corpus);
    return new Job<>(
        backbone.model(),
        backbone.weights(),
        backbone.task().train(),
        new ClassificationEvaluation(
            backbone.model(), backbone.task(), training.evaluationBatch(), dataset.metric()),
        new SimilarityAnalysis(backbone.model(), backbone.task().evaluation()),
        backbone.task().preprocessing());
  }
}
