package dev.hypersweep.sweeps.reading;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.VariantBlock;
import dev.hypersweep.sweeps.sampling.PlanFault;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses promotions whose rungs mean nothing: trials are compared at the first evaluation at or
 * after the step of a rung, so all trials of a variant must have the same steps and evaluations,
 * and no two rungs may fall on one evaluation.
 */
final class PromotionCheck {

  private static final List<String> FIXED = List.of("steps", "epochs", "evaluation_every");

  private PromotionCheck() {}

  static void check(SweepDefinition definition) throws PlanFault {
    if (!definition.pruner().promotes()) {
      return;
    }
    if (definition.objective().comparesTrials()) {
      throw new PlanFault(
          List.of("objective"),
          "it compares all trials with each other, and those of a rung are compared there alone",
          "write aggregate: mean without holes: worst, or a pruner that promotes nobody");
    }
    for (Parameter parameter : definition.parameters()) {
      if (FIXED.contains(parameter.name())) {
        throw new PlanFault(
            List.of("parameters", parameter.name()),
            "trials that differ in it have no rungs in common",
            "make it a constant, or use a pruner that promotes nobody");
      }
    }
    for (SearchSpace space : SearchSpace.of(definition)) {
      for (VariantBlock block : space.blocks()) {
        check(definition, new SearchSpace(definition, block));
      }
    }
  }

  private static void check(SweepDefinition definition, SearchSpace space) throws PlanFault {
    SortedMap<String, Object> settings = space.settings(new TreeMap<>());
    long steps = ((Number) settings.get("steps")).longValue();
    long every = ((Number) settings.get("evaluation_every")).longValue();
    if (((Number) settings.get("epochs")).doubleValue() > 0) {
      throw new PlanFault(
          List.of("pruner"),
          "rungs are steps, and the steps of " + space.name() + " depend on its epochs",
          "write steps in place of epochs, or use a pruner that promotes nobody");
    }
    List<Long> rungs = definition.pruner().rungs().upTo(steps);
    long least = rungs.get(0);
    if (rungs.size() < 2) {
      throw new PlanFault(
          List.of("pruner", "min"),
          "the first rung is the end of the " + steps + " steps of " + space.name(),
          "write fewer than " + steps);
    }
    if (least < every) {
      throw new PlanFault(
          List.of("pruner", "min"),
          space.name() + " is evaluated at step " + every + " for the first time",
          "write min: " + every + " or more, or a smaller evaluation_every");
    }
    for (int i = 1; i < rungs.size(); i++) {
      long before = evaluation(rungs.get(i - 1), every);
      if (before >= Math.min(steps, evaluation(rungs.get(i), every))) {
        throw new PlanFault(
            List.of("pruner"),
            "the rungs at steps %d and %d of %s fall on one evaluation, that of step %d"
                .formatted(rungs.get(i - 1), rungs.get(i), space.name(), Math.min(steps, before)),
            "write a smaller evaluation_every, or a greater reduction");
      }
    }
  }

  /** The first evaluation at or after a step. */
  private static long evaluation(long step, long every) {
    return (step + every - 1) / every * every;
  }
}
