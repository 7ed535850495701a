package dev.hypersweep.sweeps.reading;

import dev.hypersweep.sweeps.pruning.Promotions;
import dev.hypersweep.sweeps.pruning.Pruners;
import java.util.List;
import java.util.stream.Stream;

/** Every field of the language. {@code sweep.schema.json} says the same to editors. */
public final class Fields {

  public static final List<String> SWEEP =
      List.of(
          "name",
          "description",
          "extends",
          "team",
          "priority",
          "variants",
          "datasets",
          "seeds",
          "parameters",
          "constants",
          "constraints",
          "points",
          "objective",
          "objectives",
          "sampler",
          "pruner",
          "budget",
          "resources");

  /** Beside these a block has settings. */
  public static final List<String> VARIANT = List.of("name", "extends");

  public static final List<String> PARAMETER =
      List.of("type", "low", "high", "log", "step", "choices", "mean", "deviation", "when");
  public static final List<String> OBJECTIVE =
      List.of("metric", "goal", "aggregate", "weights", "holes");
  public static final List<String> SAMPLER = List.of("name", "seed", "parallel", "warm_start");
  public static final List<String> PRUNER =
      Stream.concat(
              Stream.of("name"),
              Stream.concat(
                      Promotions.SETTINGS.keySet().stream(),
                      Pruners.names().stream()
                          .flatMap(name -> Pruners.settings(name).keySet().stream()))
                  .distinct()
                  .sorted())
          .toList();
  public static final List<String> BUDGET = List.of("trials", "runs", "gpu_hours", "until");
  public static final List<String> RESOURCES = List.of("device", "threads", "memory");

  private Fields() {}
}
