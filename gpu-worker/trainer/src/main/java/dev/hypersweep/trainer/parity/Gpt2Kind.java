package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.generation.Generated;
import dev.hypersweep.trainer.generation.Generation;
import dev.hypersweep.trainer.generation.GenerationJson;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.PromptContinuation;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Map;

/** {@code gpt2}: states, logits, shifted loss, gradients and generations of a GPT-2. */
final class Gpt2Kind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    Gpt2Configuration configuration = Gpt2Configuration.of(checkpoint.config()).withDropout(0);
    Gpt2 model = new Gpt2(configuration);
    Weights weights =
        StoredWeights.of(
            session,
            model.parameters(),
            Gpt2Names.prefixed(checkpoint),
            parityCase.type(),
            Gpt2Names.ignored(configuration));
    Map<String, StoredTensor> inputs = parityCase.inputs();
    try (Pass pass = Pass.training(session, weights)) {
      Rows ids = Rows.of(inputs, "input_ids");
      Rows mask = Rows.or(inputs, "attention_mask", ids, 1);
      Gpt2.Output out = model.apply(pass, CausalInput.whole(ids.numbers(), mask.numbers()));
      states(check, "", out);
      if (inputs.containsKey("labels")) {
        NDArray loss = model.loss(pass, out, Rows.of(inputs, "labels").numbers());
        check.tensor("loss", loss);
        Gradients.check(check, "", pass, weights, loss);
      }
    }
    for (Map.Entry<String, JsonNode> each :
        parityCase.description().path("generation").properties()) {
      Rows prompts = Rows.of(inputs, "prompt_ids");
      Rows mask = Rows.or(inputs, "prompt_mask", prompts, 1);
      Generated generated =
          Generation.run(
              new PromptContinuation(model, session, weights, mask.numbers()),
              prompts.numbers(),
              GenerationJson.read(each.getValue(), parityCase.config()));
      Generations.check(check, each.getKey(), generated);
    }
  }

  static void states(Check check, String prefix, Gpt2.Output out) {
    for (int i = 0; i < out.states().size(); i++) {
      check.tensor(prefix + "hidden_states." + i, out.states().get(i));
    }
    check.tensor(prefix + "logits", out.logits());
  }
}
