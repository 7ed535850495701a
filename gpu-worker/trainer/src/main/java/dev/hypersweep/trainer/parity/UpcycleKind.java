package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.UpcycledTensors;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2MixtureConfiguration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Mixtures;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;

/** {@code upcycle}: a dense GPT-2 whose mixture of copied experts computes the same. */
final class UpcycleKind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    JsonNode moe = parityCase.description().path("moe");
    for (JsonNode k : moe.path("k")) {
      check(
          parityCase,
          check,
          session,
          new Gpt2MixtureConfiguration(moe.path("n_experts").asInt(), k.asInt(), null));
    }
  }

  private static void check(
      Case parityCase, Check check, Session session, Gpt2MixtureConfiguration mixture)
      throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    Gpt2Configuration c = Gpt2Configuration.of(checkpoint.config());
    Gpt2 model = new Gpt2(c, new Gpt2Mixtures(c, mixture, block -> Noise.SEEDED));
    Weights weights =
        StoredWeights.begun(
            session,
            model.parameters(),
            new UpcycledTensors(Gpt2Names.prefixed(checkpoint), model.parameters()),
            0,
            parityCase.type(),
            Gpt2Names.ignored(c),
            Gpt2Names::isGate);
    Rows ids = Rows.of(parityCase.inputs(), "input_ids");
    Rows mask = Rows.or(parityCase.inputs(), "attention_mask", ids, 1);
    try (Pass pass = Pass.evaluation(session, weights)) {
      Gpt2.Output out = model.apply(pass, CausalInput.whole(ids.numbers(), mask.numbers()));
      Gpt2Kind.states(check, "", out);
      check.tensor("lm_loss", model.loss(pass, out, ids.numbers()));
    }
  }
}
