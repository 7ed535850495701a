package dev.hypersweep.trainer.train;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.UpcycledTensors;
import dev.hypersweep.trainer.model.bert.BertClassifier;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.model.bert.BertNames;
import dev.hypersweep.trainer.model.bert.BertReading;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.pretrained.MiniLm;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.task.Form;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.task.Tokeniser;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tokenizer.Tokenizer;

/** BERT in a run: fine-tuned from a checkpoint, dense or upcycled, or begun at random. */
final class BertBackbone {

  private static final String NONE = "none";

  private BertBackbone() {}

  static Backbone of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      Head head,
      Form form) {
    String name = settings.choice("pretrained");
    if (name.equals(NONE)) {
      return begun(session, specification, settings, corpus, head, form);
    }
    try (PretrainedModel pretrained = PretrainedModel.open(name)) {
      return fineTuned(session, specification, settings, corpus, head, form, pretrained);
    } catch (MalformedCheckpoint e) {
      throw new PretrainedUnusable("pretrained: " + e.getMessage(), e);
    }
  }

  /** Sizes are the settings', tokens those of the English WordPiece vocabulary of BERT. */
  private static Backbone begun(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      Head head,
      Form form) {
    try (Tokenizer tokenizer = MiniLm.tokenizer()) {
      Tokeniser tokeniser = Tokeniser.of(tokenizer, form, TokenCache.ofEnvironment());
      BertConfiguration c = BertSettings.sizes(settings, tokeniser.rows());
      BertClassifier model =
          new BertClassifier(
              c,
              head.outputs(),
              BertSettings.sparse(specification, settings, c),
              BertSettings.reading(settings, head));
      Weights weights =
          new Weights(session, model.parameters(), specification.seed(), DataType.FLOAT32);
      return new Backbone(Tables.of(corpus, tokeniser, settings), model, weights);
    }
  }

  private static Backbone fineTuned(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      Head head,
      Form form,
      PretrainedModel pretrained) {
    BertConfiguration c =
        BertConfiguration.of(pretrained.config()).withDropout(settings.number("dropout"));
    BertSettings.refuseOthers(settings, c);
    SparseConfiguration sparse = BertSettings.sparse(specification, settings, c);
    Tokeniser tokeniser = Tokeniser.of(pretrained.tokenizer(), form, TokenCache.ofEnvironment());
    if (tokeniser.rows() > c.vocabulary()) {
      throw new PretrainedUnusable(
          "pretrained: the tokenizer knows "
              + tokeniser.rows()
              + " tokens, the model has vectors for "
              + c.vocabulary()
              + "; bring the tokenizer.json that belongs to it");
    }
    BertReading reading = BertSettings.reading(settings, head);
    BertClassifier model = new BertClassifier(c, head.outputs(), sparse, reading);
    Weights weights =
        StoredWeights.begun(
            session,
            model.parameters(),
            new UpcycledTensors(
                BertNames.encoder(pretrained.tensors(), reading == BertReading.POOLER),
                model.parameters()),
            specification.seed(),
            DataType.FLOAT32,
            BertNames::isUnused,
            BertNames::isFresh);
    return new Backbone(Tables.of(corpus, tokeniser, settings), model, weights);
  }
}
