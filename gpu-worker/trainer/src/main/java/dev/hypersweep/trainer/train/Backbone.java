package dev.hypersweep.trainer.train;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.task.Form;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.task.Tokeniser;
import dev.hypersweep.trainer.tensor.Session;

/** The encoder of a run, the dataset in its tokens, and the values that training begins with. */
record Backbone(Tables tables, TextEncoder encoder, Weights weights) {

  /**
   * The backbone that the settings name.
   *
   * @param head what the task wants of it
   * @param form how much of an example it reads at once
   */
  static Backbone of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      Head head,
      Form form) {
    return settings.choice("backbone").equals("bert")
        ? BertBackbone.of(session, specification, settings, corpus, head, form)
        : scratch(session, specification, settings, corpus, head, form);
  }

  private static Backbone scratch(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      Head head,
      Form form) {
    Tokeniser tokeniser =
        Tokeniser.of(
            corpus.train(), settings.integer("vocabulary"), form, TokenCache.ofEnvironment());
    Classifier model =
        new Classifier(
            Configurations.model(
                specification.variant(), settings, tokeniser.rows(), head.outputs()),
            head.perToken());
    Weights weights =
        new Weights(session, model.parameters(), specification.seed(), DataType.FLOAT32);
    return new Backbone(Tables.of(corpus, tokeniser, settings), model, weights);
  }
}
