package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.bert.BertBatch;
import dev.hypersweep.trainer.model.bert.BertClassifier;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.model.bert.BertNames;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Map;

/** {@code bert}: states, pooler, logits, loss and gradients of a BERT with a head. */
final class BertKind implements Kind {

  private static final int STANDARD_LABELS = 2;

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    ModelConfig config = checkpoint.config();
    BertClassifier model =
        new BertClassifier(
            BertConfiguration.of(config).withDropout(0), labels(parityCase.config()));
    Weights weights =
        StoredWeights.of(
            session,
            model.parameters(),
            BertNames.prefixed(checkpoint),
            parityCase.type(),
            BertNames::isUnused);
    Map<String, StoredTensor> inputs = parityCase.inputs();
    try (Pass pass = Pass.training(session, weights)) {
      Rows ids = Rows.of(inputs, "input_ids");
      BertBatch batch =
          BertBatch.padded(
              pass,
              ids.numbers(),
              Rows.or(inputs, "token_type_ids", ids, 0).numbers(),
              Rows.or(inputs, "attention_mask", ids, 1).numbers());
      BertClassifier.Output out = model.apply(pass, batch);
      for (int i = 0; i < out.states().size(); i++) {
        check.tensor(
            "hidden_states." + i, out.states().get(i).reshape(ids.rows(), ids.length(), -1));
      }
      check.tensor("pooler_output", out.pooled());
      check.tensor("logits", out.logits());
      if (inputs.containsKey("labels")) {
        NDArray loss = loss(pass, out.logits(), inputs.get("labels"), config);
        check.tensor("loss", loss);
        Gradients.check(check, "", pass, weights, loss);
      }
    }
  }

  /** Classes, or real targets where the problem is a regression. */
  private static NDArray loss(Pass pass, NDArray logits, StoredTensor labels, ModelConfig config) {
    String standard = logits.getShape().get(1) == 1 ? "regression" : "single_label_classification";
    if (config.text("problem_type", standard).equals("regression")) {
      NDArray targets = labels.toArray(pass.manager(), pass.type()).reshape(logits.getShape());
      return logits.sub(targets).square().mean();
    }
    NDArray classes = labels.toArray(pass.manager(), DataType.INT64);
    return pass.sequences().crossEntropy(logits, classes, 0);
  }

  private static int labels(JsonNode config) {
    int named =
        config.path("id2label").isObject() ? config.path("id2label").size() : STANDARD_LABELS;
    return config.path("num_labels").asInt(named);
  }
}
