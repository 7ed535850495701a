package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code noisy-topk}: the noisy top-k gate with given noise, in training and in evaluation. */
final class NoisyTopKKind implements Kind {

  private static final Pattern NAME = Pattern.compile("(?:train|eval)\\.k(\\d+)\\.");

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    Map<String, StoredTensor> inputs = parityCase.inputs();
    Parameters parameters = new Parameters();
    Parameter x = Leaves.input(parameters, "x", inputs.get("x"));
    int width = (int) inputs.get("w_gate").shape()[0];
    int experts = (int) inputs.get("w_gate").shape()[1];
    GateMatrix gate = matrix(parameters, "w_gate", width, experts);
    GateMatrix noise = matrix(parameters, "w_noise", width, experts);
    Weights weights = Leaves.of(session, parameters, inputs, parityCase.type());
    NDArray eps = inputs.get("eps").toArray(session.manager(), parityCase.type());
    NDArray objective = inputs.get("C").toArray(session.manager(), parityCase.type());
    for (int k : ks(check.names())) {
      NoisyTopKGate noisy =
          new NoisyTopKGate(
              gate,
              noise,
              k,
              NoisyTopKGate.STANDARD_FLOOR,
              GateScale.RENORMALISED,
              (pass, like) -> eps);
      for (String mode : new String[] {"train", "eval"}) {
        String prefix = mode + ".k" + k + ".";
        try (Pass pass = pass(mode, session, weights)) {
          Routing routing = values(check, prefix, pass, noisy, noise, pass.get(x));
          NDArray task = Evenness.gates(pass, routing).mul(objective).sum();
          Leaves.gradients(check, prefix + "grad.task.", pass, weights, task);
        }
        try (Pass pass = pass(mode, session, weights)) {
          NDArray balance = balance(check, prefix, pass, noisy, pass.get(x));
          Leaves.gradients(check, prefix + "grad.balance.", pass, weights, balance);
        }
      }
    }
  }

  private static SortedSet<Integer> ks(Set<String> names) {
    SortedSet<Integer> ks = new TreeSet<>();
    for (String name : names) {
      Matcher found = NAME.matcher(name);
      if (found.lookingAt()) {
        ks.add(Integer.parseInt(found.group(1)));
      }
    }
    return ks;
  }

  private static GateMatrix matrix(Parameters parameters, String name, int width, int experts) {
    return new GateMatrix(parameters, name, width, experts, Layout.IN_OUT, Initialiser.zeros());
  }

  private static Pass pass(String mode, Session session, Weights weights) {
    return mode.equals("train")
        ? Pass.training(session, weights)
        : Pass.recording(session, weights);
  }

  private static Routing values(
      Check check, String prefix, Pass pass, NoisyTopKGate gate, GateMatrix noise, NDArray x) {
    Routing routing = gate.route(pass, x, Sequences.one((int) x.getShape().get(0)));
    boolean noisy = routing.noisy() != null;
    check.tensor(prefix + "clean", noisy ? routing.noisy().clean() : routing.logits());
    check.tensor(prefix + "raw_noise", noise.apply(pass, x));
    check.tensor(prefix + "sigma", gate.deviation(pass, x));
    check.tensor(prefix + "logits", routing.logits());
    check.tensor(prefix + "selected", routing.selected().sort(-1));
    check.tensor(prefix + "gates", Evenness.gates(pass, routing));
    if (noisy && routing.k() < routing.experts()) {
      check.tensor(prefix + "threshold", Evenness.threshold(pass, routing.noisy()));
      check.tensor(prefix + "probability", Evenness.staysSelected(pass, routing.noisy()));
    }
    return routing;
  }

  private static NDArray balance(
      Check check, String prefix, Pass pass, NoisyTopKGate gate, NDArray x) {
    Routing routing = gate.route(pass, x, Sequences.one((int) x.getShape().get(0)));
    NDArray importance = Evenness.importance(pass, routing);
    NDArray load = Evenness.load(pass, routing);
    NDArray importanceVariation = Evenness.squaredVariation(pass, importance);
    NDArray loadVariation = Evenness.squaredVariation(pass, load);
    check.tensor(prefix + "importance", importance);
    check.tensor(prefix + "load", load);
    check.tensor(prefix + "cv2_importance", importanceVariation);
    check.tensor(prefix + "cv2_load", loadVariation);
    return importanceVariation.add(loadVariation);
  }
}
