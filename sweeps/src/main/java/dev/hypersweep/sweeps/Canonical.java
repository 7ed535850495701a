package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.matrix.Holes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The canonical map of a definition. Nulls in it mean: not given. */
final class Canonical {

  private Canonical() {}

  static Map<String, Object> of(SweepDefinition definition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", definition.name());
    map.put("description", definition.description());
    if (!definition.variants().isEmpty()) {
      map.put("variants", definition.variants().stream().map(Canonical::variant).toList());
    }
    map.put("datasets", definition.datasets());
    map.put("seeds", definition.seeds());
    Map<String, Object> parameters = new LinkedHashMap<>();
    definition.parameters().forEach(one -> parameters.put(one.name(), parameter(one)));
    map.put("parameters", parameters);
    map.put("constants", definition.constants());
    if (!definition.points().isEmpty()) {
      map.put("points", definition.points());
    }
    map.put(
        "constraints",
        definition.constraints().stream().map(one -> one.expression().toString()).toList());
    if (definition.hasSeveralObjectives()) {
      map.put("objectives", definition.objectives().stream().map(Canonical::objective).toList());
    } else {
      map.put("objective", objective(definition.objective()));
    }
    map.put("sampler", sampler(definition.sampler()));
    map.put("pruner", pruner(definition.pruner()));
    map.put("budget", budget(definition.budget()));
    map.put("resources", resources(definition));
    put(map, "team", definition.team());
    put(map, "priority", definition.priority());
    return map;
  }

  private static Map<String, Object> variant(VariantBlock block) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", block.name());
    map.put("extends", block.architecture());
    map.putAll(block.settings());
    return map;
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> map = new LinkedHashMap<>();
    Domain domain = parameter.domain();
    map.put("type", domain.type());
    if (domain instanceof Reals reals) {
      map.put("low", reals.low());
      map.put("high", reals.high());
      map.put("log", reals.log());
      put(map, "step", reals.step());
    } else if (domain instanceof Integers integers) {
      map.put("low", integers.low());
      map.put("high", integers.high());
      map.put("log", integers.log());
      map.put("step", integers.step());
    } else if (domain instanceof Choices choices) {
      map.put("choices", choices.values());
    } else if (domain instanceof Normal normal) {
      map.put("mean", normal.mean());
      map.put("deviation", normal.deviation());
      put(map, "low", Double.isFinite(normal.low()) ? normal.low() : null);
      put(map, "high", Double.isFinite(normal.high()) ? normal.high() : null);
    }
    if (parameter.when() instanceof Condition.Under under) {
      map.put("when", under.values());
    } else if (parameter.when() instanceof Condition.Where where) {
      map.put("when", where.expression().toString());
    }
    return map;
  }

  private static Map<String, Object> objective(Objective objective) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("metric", objective.metricName());
    map.put("goal", objective.goal());
    map.put("aggregate", objective.aggregate().word());
    put(map, "holes", objective.holes() == Holes.FAIL ? null : objective.holes().word());
    put(map, "weights", objective.weights().isEmpty() ? null : objective.weights());
    return map;
  }

  private static Map<String, Object> sampler(SamplerChoice sampler) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", sampler.name());
    map.put("seed", sampler.seed());
    put(map, "parallel", sampler.parallel());
    put(map, "warm_start", sampler.warmStart().isEmpty() ? null : sampler.warmStart());
    return map;
  }

  private static Map<String, Object> pruner(PrunerChoice pruner) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", pruner.name());
    map.putAll(pruner.settings());
    return map;
  }

  private static Map<String, Object> budget(Budget budget) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "trials", budget.trials());
    put(map, "runs", budget.runs());
    put(map, "gpu_hours", budget.gpuHours());
    put(map, "until", budget.until() == null ? null : budget.until().toString());
    return map;
  }

  private static Map<String, Object> resources(SweepDefinition definition) {
    return Map.of(
        "device", definition.resources().device(),
        "threads", definition.resources().threads(),
        "memory", definition.resources().memoryBytes());
  }

  private static void put(Map<String, Object> map, String key, Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
