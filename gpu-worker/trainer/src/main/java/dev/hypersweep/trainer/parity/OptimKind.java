package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.optimiser.LearningRateSchedule;
import dev.hypersweep.trainer.optimiser.Optimiser;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Map;

/**
 * Trajectories of optimisers on given gradients, with and without clipping; learning rates of
 * schedules; label-smoothed cross-entropy with its gradient.
 */
final class OptimKind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    JsonNode settings = parityCase.description().path("settings");
    Map<String, StoredTensor> inputs = parityCase.inputs();
    for (String name : check.names()) {
      String[] parts = name.split("\\.", 2);
      if (parts[0].equals("schedule")) {
        schedule(name, parts[1], settings, check);
      } else if (parts[0].equals("label_smoothing") && name.endsWith(".loss")) {
        smoothing(name.substring(0, name.length() - ".loss".length()), parityCase, check, session);
      }
    }
    for (String optimiser : OptimCase.optimisers(check)) {
      for (boolean clipped : new boolean[] {false, true}) {
        trajectory(
            optimiser, clipped, new OptimCase(parityCase.type(), settings, inputs), check, session);
      }
    }
  }

  private static void schedule(String name, String schedule, JsonNode settings, Check check) {
    double[] factors = new double[check.size(name)];
    for (int i = 0; i < factors.length; i++) {
      factors[i] =
          LearningRateSchedule.factor(
              OptimCase.decay(schedule),
              i,
              OptimCase.warmup(schedule, settings),
              settings.path("total").asLong());
    }
    check.numbers(name, factors, factors.length);
  }

  private static void smoothing(String name, Case parityCase, Check check, Session session)
      throws IOException {
    Map<String, StoredTensor> inputs = parityCase.inputs();
    Parameters parameters = new Parameters();
    StoredTensor given = inputs.get("ls_logits");
    Parameter logits = parameters.free("logits", Initialiser.zeros(), given.shape());
    Weights weights =
        new Weights(parameters, any -> given.toArray(session.manager(), parityCase.type()));
    double smoothing = Double.parseDouble(name.substring("label_smoothing.".length()));
    try (Pass pass = Pass.training(session, weights)) {
      NDArray target = pass.manager().create(inputs.get("ls_target").wholes());
      NDArray loss = session.operations().crossEntropy(pass.get(logits), target, smoothing);
      check.tensor(name + ".loss", loss);
      pass.backward(loss);
      check.tensor(name + ".grad.logits", pass.gradient(logits));
    }
  }

  private static void trajectory(
      String name, boolean clipped, OptimCase of, Check check, Session session) {
    String prefix = (clipped ? "clipped." : "traj.") + name + ".";
    if (check.names().stream().noneMatch(expected -> expected.startsWith(prefix))) {
      return;
    }
    Weights weights = of.weights(session);
    Optimiser optimiser = of.optimiser(name, session, weights);
    Trajectory trajectory = new Trajectory(weights, of.steps());
    double[] norms = new double[of.steps()];
    for (int step = 1; step <= of.steps(); step++) {
      NDArray[] gradients = of.gradients(session, weights, step);
      if (clipped) {
        norms[step - 1] = OptimCase.number(session.operations().clip(gradients, of.clip()));
      }
      optimiser.step(gradients, of.rate(name), step);
      trajectory.add();
    }
    trajectory.check(prefix, check);
    if (clipped) {
      check.numbers("clip.total_norm", norms, norms.length);
    }
  }
}
