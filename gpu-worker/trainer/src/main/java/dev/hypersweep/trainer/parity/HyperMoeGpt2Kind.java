package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.AuthorsHyperMoe;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2MixtureConfiguration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code hypermoe-gpt2}: the authors' GPT-2 in evaluation ({@code eval.}), in training with given
 * noise and either reading of the load ({@code train_official.}, {@code train_reference.}), and in
 * evaluation without the hypernetwork ({@code plain.}).
 */
final class HyperMoeGpt2Kind implements Kind {

  private static final String EXPERT = "transformer.h.0.mlp.experts.expert_0.c_fc.weight";

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    // The authors' experts are 4 d wide whatever n_inner says: their checkpoints know.
    Gpt2Configuration c =
        Gpt2Configuration.of(checkpoint.config())
            .withDropout(0)
            .withInnerWidth((int) Gpt2Names.prefixed(checkpoint).tensor(EXPERT).shape()[1]);
    Gpt2MixtureConfiguration mixture = Gpt2MixtureConfiguration.of(checkpoint.config());
    Map<Integer, NDArray> noise = noise(parityCase, session, c.layers());
    MixtureRun whole =
        MixtureRun.of(
            parityCase,
            check,
            session,
            c,
            mixture,
            block -> (pass, like) -> noise.get(block),
            AuthorsHyperMoe::isUnused);
    whole.run("eval.", Pass.recording(session, whole.weights()), BalanceReading.REFERENCE);
    for (BalanceReading reading : BalanceReading.values()) {
      String prefix = "train_" + reading.word() + ".";
      whole.run(prefix, Pass.training(session, whole.weights()), reading);
    }
    MixtureRun plain =
        MixtureRun.of(
            parityCase,
            check,
            session,
            c,
            mixture.withoutHyper(),
            block -> Noise.SEEDED,
            name -> AuthorsHyperMoe.isUnused(name) || AuthorsHyperMoe.owns(name));
    plain.run("plain.", Pass.recording(session, plain.weights()), BalanceReading.REFERENCE);
  }

  private static Map<Integer, NDArray> noise(Case parityCase, Session session, int layers)
      throws IOException {
    Map<Integer, NDArray> noise = new HashMap<>();
    for (int block = 0; block < layers; block++) {
      String name = "noise_" + block;
      if (!parityCase.inputs().containsKey(name)) {
        throw new IllegalArgumentException("inputs.safetensors: " + name + " is missing");
      }
      noise.put(block, parityCase.inputs().get(name).toArray(session.manager(), parityCase.type()));
    }
    return noise;
  }
}
