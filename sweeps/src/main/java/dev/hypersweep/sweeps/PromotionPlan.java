package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.pruning.PromotionCourse;
import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.PlanFault;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sweep that promotes will train, as far as that can be told before: who is promoted depends
 * on the order in which good and bad trials come, so it is a range.
 *
 * @param rungs by step; runs of all variants
 * @param leastShare steps of all runs, as a share of those of whole runs, if the best trials come
 *     first
 * @param mostShare the same if each trial is better than those before
 */
public record PromotionPlan(List<Rung> rungs, double leastShare, double mostShare) {

  /**
   * Runs that are trained to a step.
   *
   * @param least if the best trials come first
   * @param most if each trial is better than those before
   */
  public record Rung(long step, long least, long most) {}

  /**
   * The plan of a definition whose pruner promotes.
   *
   * @param definition as {@link SweepDefinitions#read} gave it
   */
  public static PromotionPlan of(SweepDefinition definition) {
    long runs = (long) definition.datasets().size() * definition.seeds().size();
    SortedMap<Long, Rung> rungs = new TreeMap<>();
    double least = 0;
    double most = 0;
    double whole = 0;
    try {
      for (Allotment one : Allotment.of(definition)) {
        int trials = Math.toIntExact(one.trials());
        long steps = steps(one);
        PromotionCourse few =
            PromotionCourse.ofBestFirst(definition.pruner().promotion(steps), trials);
        PromotionCourse many =
            PromotionCourse.ofBestLast(definition.pruner().promotion(steps), trials);
        few.trials().forEach((step, count) -> add(rungs, new Rung(step, count * runs, 0)));
        many.trials().forEach((step, count) -> add(rungs, new Rung(step, 0, count * runs)));
        least += few.steps();
        most += many.steps();
        whole += (double) trials * steps;
      }
    } catch (PlanFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
    return new PromotionPlan(new ArrayList<>(rungs.values()), least / whole, most / whole);
  }

  private static void add(SortedMap<Long, Rung> rungs, Rung more) {
    rungs.merge(
        more.step(),
        more,
        (one, other) ->
            new Rung(one.step(), one.least() + other.least(), one.most() + other.most()));
  }

  private static long steps(Allotment allotment) {
    SortedMap<String, Object> point = new TreeMap<>();
    point.put(Parameter.VARIANT, allotment.space().blocks().get(0).name());
    return ((Number) allotment.space().settings(point).get("steps")).longValue();
  }
}
