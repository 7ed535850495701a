package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2MixtureConfiguration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Mixtures;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A GPT-2 of mixtures with the weights and inputs of a case. */
record MixtureRun(
    Check check,
    Gpt2 model,
    Gpt2Mixtures mixtures,
    Weights weights,
    CausalInput input,
    Rows labels) {

  /**
   * @param noise of each block's gate
   * @param unused names of tensors that the model has no place for
   */
  static MixtureRun of(
      Case parityCase,
      Check check,
      Session session,
      Gpt2Configuration c,
      Gpt2MixtureConfiguration mixture,
      IntFunction<Noise> noise,
      Predicate<String> unused)
      throws IOException {
    Gpt2Mixtures mixtures = new Gpt2Mixtures(c, mixture, noise);
    Gpt2 model = new Gpt2(c, mixtures);
    Weights weights =
        StoredWeights.of(
            session,
            model.parameters(),
            Gpt2Names.prefixed(CheckpointFolder.open(parityCase.folder())),
            parityCase.type(),
            Gpt2Names.ignored(c).or(unused));
    Rows ids = Rows.of(parityCase.inputs(), "input_ids");
    Rows mask = Rows.or(parityCase.inputs(), "attention_mask", ids, 1);
    return new MixtureRun(
        check,
        model,
        mixtures,
        weights,
        CausalInput.whole(ids.numbers(), mask.numbers()),
        Rows.of(parityCase.inputs(), "labels"));
  }

  /**
   * Compares everything that is computed under a prefix; the loss and its gradients are those of
   * the given reading.
   */
  void run(String prefix, Pass opened, BalanceReading reading) {
    try (Pass pass = opened) {
      Gpt2.Output out = model.apply(pass, input);
      Gpt2Kind.states(check, prefix, out);
      for (int block = 0; block < out.halves().size(); block++) {
        layer(prefix + "moe." + block + ".", pass, out, block);
      }
      for (BalanceReading each : BalanceReading.values()) {
        check.tensor(prefix + "aux_" + each.word(), sum(pass, out, each));
      }
      NDArray task = model.loss(pass, out, labels.numbers());
      check.tensor(prefix + "lm_loss", task);
      NDArray loss = task.add(sum(pass, out, reading));
      check.tensor(prefix + "loss", loss);
      Gradients.check(check, prefix, pass, weights, loss);
    }
  }

  private void layer(String prefix, Pass pass, Gpt2.Output out, int block) {
    Routing routing = out.halves().get(block).routing();
    MixtureTensors tensors =
        new MixtureTensors(check, prefix, pass, input.tokens().length, out.halves().get(block));
    tensors.routing();
    tensors.parts(mixtures.layers().get(block));
    check.tensor(prefix + "importance", Evenness.importance(pass, routing));
    for (BalanceReading each : BalanceReading.values()) {
      each.check(check, prefix, pass, routing);
    }
  }

  private static NDArray sum(Pass pass, Gpt2.Output out, BalanceReading reading) {
    return out.routings().stream()
        .map(routing -> reading.loss(pass, routing))
        .reduce(NDArray::add)
        .orElseThrow();
  }
}
