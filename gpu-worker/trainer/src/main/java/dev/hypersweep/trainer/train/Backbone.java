package dev.hypersweep.trainer.train;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.TextClassifier;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.task.ClassificationTask;
import dev.hypersweep.trainer.tensor.Session;

/** The network of a run, the dataset in its tokens, and the values that training begins with. */
record Backbone(ClassificationTask task, TextClassifier model, Weights weights) {

  /** The backbone that the settings name. */
  static Backbone of(
      Session session, RunSpecification specification, SettingValues settings, Corpus corpus) {
    return settings.choice("backbone").equals("bert")
        ? BertBackbone.of(session, specification, settings, corpus)
        : scratch(session, specification, settings, corpus);
  }

  private static Backbone scratch(
      Session session, RunSpecification specification, SettingValues settings, Corpus corpus) {
    ClassificationTask task =
        ClassificationTask.of(
            corpus, settings.integer("vocabulary"), settings.integer("sequence_length"));
    Classifier model =
        new Classifier(Configurations.model(specification.variant(), settings, task));
    Weights weights =
        new Weights(session, model.parameters(), specification.seed(), DataType.FLOAT32);
    return new Backbone(task, model, weights);
  }
}
