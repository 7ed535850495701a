package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.moe.hyper.Conditioning;
import dev.hypersweep.trainer.moe.hyper.Generating;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code hypermoe-layer}: one HyperMoE layer in every reading of the selection embedding. Whatever
 * a token's HyperExpert is made by (per set, per token, factored), the output is compared.
 */
final class HyperMoeLayerKind implements Kind {

  /**
   * {@code <selection>.<reduction>.k<k>}, and {@code .probability} for gates that do not sum to 1.
   */
  private static final Pattern READING =
      Pattern.compile(
          "(unselected|selected|random)\\.(sum|mean|soft)\\.k(\\d+)(\\.probability)?\\.");

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    Map<String, StoredTensor> tensors = new HashMap<>(parityCase.model());
    tensors.putAll(parityCase.inputs());
    Parameters parameters = new Parameters();
    HyperMoeLayer layer = HyperMoeLayer.of(parameters, parityCase.config(), tensors);
    Weights weights = Leaves.of(session, parameters, tensors, parityCase.type());
    NDArray objective = tensors.get("C").toArray(session.manager(), parityCase.type());
    for (String reading : readings(check.names())) {
      Matcher parts = READING.matcher(reading);
      parts.matches();
      SoftmaxTopKGate gate =
          new SoftmaxTopKGate(
              layer.gate(),
              Integer.parseInt(parts.group(3)),
              parts.group(4) == null ? GateScale.RENORMALISED : GateScale.PROBABILITY);
      HyperMoe hyper =
          layer.hyperMoe(
              conditioning(parts.group(1), tensors),
              Reduction.valueOf(parts.group(2).toUpperCase(Locale.ROOT)));
      try (Pass pass = Pass.evaluation(session, weights)) {
        Routing routing = route(pass, layer, gate);
        router(check, reading, pass, routing);
        GeneratedTensors.check(check, reading, hyper.perToken(pass, routing));
      }
      for (Generating way : Generating.values()) {
        if (way != Generating.PER_SET || hyper.isBinary(gate.k(), gate.experts())) {
          try (Pass pass = Pass.recording(session, weights)) {
            Routing routing = route(pass, layer, gate);
            HyperMoe made = hyper.with(way);
            output(check, reading, pass, layer, routing, made, objective, weights);
          }
        }
      }
    }
  }

  private static Set<String> readings(Set<String> names) {
    Set<String> readings = new TreeSet<>();
    for (String name : names) {
      Matcher found = READING.matcher(name);
      if (found.lookingAt()) {
        readings.add(found.group());
      }
    }
    return readings;
  }

  private static Conditioning conditioning(String name, Map<String, StoredTensor> tensors) {
    return switch (name) {
      case "unselected" -> new Conditioning.Unselected();
      case "selected" -> new Conditioning.Selected();
      default ->
          new Conditioning.Random(
              Arrays.stream(tensors.get("permutation").wholes())
                  .mapToInt(Math::toIntExact)
                  .toArray());
    };
  }

  private static void router(Check check, String reading, Pass pass, Routing routing) {
    check.tensor(reading + "logits", routing.logits());
    check.tensor(reading + "selected", routing.selected().sort(-1));
    check.tensor(reading + "gates", Evenness.gates(pass, routing));
  }

  private static Routing route(Pass pass, HyperMoeLayer layer, SoftmaxTopKGate gate) {
    NDArray x = pass.get(layer.x());
    return gate.route(pass, x, Sequences.one((int) x.getShape().get(0)));
  }

  /** Output and gradients, the HyperExperts being made in the way that {@code hyper} says. */
  private static void output(
      Check check,
      String reading,
      Pass pass,
      HyperMoeLayer layer,
      Routing routing,
      HyperMoe hyper,
      NDArray objective,
      Weights weights) {
    Dispatch dispatch = Dispatch.of(pass, routing);
    NDArray weighted = layer.experts().apply(dispatch);
    check.tensor(reading + "moe_output", dispatch.combine(weighted));
    check.tensor(reading + "hyper_expert_output", hyper.apply(dispatch));
    NDArray y = hyper.join(dispatch, weighted);
    check.tensor(reading + "output", y);
    Leaves.gradients(check, reading + "grad.", pass, weights, y.mul(objective).sum());
  }
}
