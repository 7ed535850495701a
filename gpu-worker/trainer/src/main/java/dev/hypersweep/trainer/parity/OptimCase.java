package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.optimiser.Adafactor;
import dev.hypersweep.trainer.optimiser.AdafactorRate;
import dev.hypersweep.trainer.optimiser.AdafactorRate.Kind;
import dev.hypersweep.trainer.optimiser.AdamW;
import dev.hypersweep.trainer.optimiser.Betas;
import dev.hypersweep.trainer.optimiser.Decay;
import dev.hypersweep.trainer.optimiser.Optimiser;
import dev.hypersweep.trainer.optimiser.RateDecay;
import dev.hypersweep.trainer.optimiser.TransformersAdamW;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a case of kind {@code optim} says: its settings, and starts and gradients by parameter.
 *
 * @param type to compute with
 * @param settings of {@code case.json}
 * @param inputs {@code start.NAME} and {@code grad.NAME} [steps, ...]
 */
record OptimCase(DataType type, JsonNode settings, Map<String, StoredTensor> inputs) {

  private static final double POLYNOMIAL_END = 1e-7;
  private static final double ADAM_EPSILON = 1e-8;

  /** The optimisers that a case has trajectories of. */
  static Set<String> optimisers(Check check) {
    Set<String> names = new TreeSet<>();
    for (String name : check.names()) {
      String[] parts = name.split("\\.");
      if (parts.length == 3 && (parts[0].equals("traj") || parts[0].equals("clipped"))) {
        names.add(parts[1]);
      }
    }
    return names;
  }

  /** A schedule by its name; the number at the end of a name is its parameter. */
  static RateDecay decay(String name) {
    if (name.startsWith("linear")) {
      return new RateDecay.Linear();
    } else if (name.startsWith("cosine_hard_restarts")) {
      return new RateDecay.CosineRestarts((int) trailing(name));
    } else if (name.startsWith("cosine")) {
      return new RateDecay.Cosine();
    } else if (name.startsWith("constant")) {
      return new RateDecay.Constant();
    } else if (name.startsWith("inverse_sqrt")) {
      return new RateDecay.InverseSquareRoot();
    } else if (name.startsWith("polynomial")) {
      return new RateDecay.Polynomial(trailing(name), POLYNOMIAL_END);
    }
    throw new IllegalArgumentException("expected.safetensors: no schedule is called " + name);
  }

  private static double trailing(String name) {
    return Double.parseDouble(name.replaceFirst("^.*?([0-9.]+)$", "$1"));
  }

  static long warmup(String schedule, JsonNode settings) {
    boolean without = schedule.equals("constant") || schedule.endsWith("no_warmup");
    return without ? 0 : settings.path("warm").asLong();
  }

  static double number(NDArray scalar) {
    return Trajectory.numbers(scalar)[0];
  }

  int steps() {
    return settings.path("steps").asInt();
  }

  double clip() {
    return settings.path("clip").asDouble();
  }

  double rate(String optimiser) {
    return settings.path(optimiser.startsWith("adafactor") ? "af_lr" : "lr").asDouble();
  }

  /** The parameters at their start. */
  Weights weights(Session session) {
    Parameters parameters = new Parameters();
    new TreeMap<>(inputs)
        .forEach(
            (name, start) -> {
              if (name.startsWith("start.")) {
                parameters.free(
                    name.substring("start.".length()), Initialiser.zeros(), start.shape());
              }
            });
    return new Weights(
        parameters,
        parameter -> inputs.get("start." + parameter.name()).toArray(session.manager(), type));
  }

  /** Those of a step, from 1. */
  NDArray[] gradients(Session session, Weights weights, int step) {
    return weights.parameters().stream()
        .map(
            parameter -> {
              NDArray all = inputs.get("grad." + parameter.name()).toArray(session.manager(), type);
              return all.get(step - 1).duplicate();
            })
        .toArray(NDArray[]::new);
  }

  /** The optimiser of that name; one group, in which everything decays. */
  Optimiser optimiser(String name, Session session, Weights weights) {
    JsonNode both = settings.path("betas");
    Betas betas = new Betas(both.path(0).asDouble(), both.path(1).asDouble(), ADAM_EPSILON);
    Decay none = new Decay(0, true);
    Decay decay = new Decay(settings.path("wd").asDouble(), true);
    return switch (name) {
      case "adamw" -> new AdamW(session, weights, betas, decay);
      case "adamw_no_decay" -> new AdamW(session, weights, betas, none);
      case "adamw_hf" -> new TransformersAdamW(session, weights, betas, decay);
      case "adafactor_relative" -> adafactor(session, weights, Kind.RELATIVE, true, 0, none);
      case "adafactor_relative_warmup_init" ->
          adafactor(session, weights, Kind.RELATIVE_WARMUP, true, 0, none);
      case "adafactor_fixed" -> adafactor(session, weights, Kind.FIXED, false, 0, none);
      case "adafactor_fixed_scaled_decay" ->
          adafactor(session, weights, Kind.FIXED, true, 0, decay);
      case "adafactor_beta1" -> adafactor(session, weights, Kind.FIXED, false, betas.first(), none);
      default ->
          throw new IllegalArgumentException(
              "expected.safetensors: no optimiser is called " + name);
    };
  }

  private static Optimiser adafactor(
      Session session, Weights weights, Kind kind, boolean scaled, double beta1, Decay decay) {
    return new Adafactor(session, weights, new AdafactorRate(kind, scaled), beta1, decay);
  }
}
