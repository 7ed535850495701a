package dev.hypersweep.trainer.train;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.UpcycledTensors;
import dev.hypersweep.trainer.model.bert.BertClassifier;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.model.bert.BertNames;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.pretrained.MiniLm;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.task.ClassificationTask;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tokenizer.Tokenizer;

/** BERT in a run: fine-tuned from a checkpoint, dense or upcycled, or begun at random. */
final class BertBackbone {

  private static final String NONE = "none";

  private BertBackbone() {}

  static Backbone of(
      Session session, RunSpecification specification, SettingValues settings, Corpus corpus) {
    String name = settings.choice("pretrained");
    if (name.equals(NONE)) {
      return begun(session, specification, settings, corpus);
    }
    try (PretrainedModel pretrained = PretrainedModel.open(name)) {
      return fineTuned(session, specification, settings, corpus, pretrained);
    } catch (MalformedCheckpoint e) {
      throw new PretrainedUnusable("pretrained: " + e.getMessage(), e);
    }
  }

  /** Sizes are the settings', tokens those of the English WordPiece vocabulary of BERT. */
  private static Backbone begun(
      Session session, RunSpecification specification, SettingValues settings, Corpus corpus) {
    try (Tokenizer tokenizer = MiniLm.tokenizer()) {
      ClassificationTask task = task(corpus, tokenizer, settings);
      BertConfiguration c = BertSettings.sizes(settings, task.rows());
      BertClassifier model =
          new BertClassifier(
              c, task.info().classes(), BertSettings.sparse(specification, settings, c));
      Weights weights =
          new Weights(session, model.parameters(), specification.seed(), DataType.FLOAT32);
      return new Backbone(task, model, weights);
    }
  }

  private static Backbone fineTuned(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Corpus corpus,
      PretrainedModel pretrained) {
    BertConfiguration c =
        BertConfiguration.of(pretrained.config()).withDropout(settings.number("dropout"));
    BertSettings.refuseOthers(settings, c);
    SparseConfiguration sparse = BertSettings.sparse(specification, settings, c);
    ClassificationTask task = task(corpus, pretrained.tokenizer(), settings);
    if (task.rows() > c.vocabulary()) {
      throw new PretrainedUnusable(
          "pretrained: the tokenizer knows "
              + task.rows()
              + " tokens, the model has vectors for "
              + c.vocabulary()
              + "; bring the tokenizer.json that belongs to it");
    }
    BertClassifier model = new BertClassifier(c, task.info().classes(), sparse);
    Weights weights =
        StoredWeights.begun(
            session,
            model.parameters(),
            new UpcycledTensors(BertNames.encoder(pretrained.tensors()), model.parameters()),
            specification.seed(),
            DataType.FLOAT32,
            BertNames::isUnused,
            BertNames::isFresh);
    return new Backbone(task, model, weights);
  }

  private static ClassificationTask task(
      Corpus corpus, Tokenizer tokenizer, SettingValues settings) {
    return ClassificationTask.of(corpus, tokenizer, settings.integer("sequence_length"));
  }
}
