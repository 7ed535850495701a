package dev.hypersweep.sweeps;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Resources;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A valid sweep definition, defaults filled in. Made by {@link SweepDefinitions#read}.
 *
 * @param name 1 to 200 characters
 * @param description for people, may be empty
 * @param variants in the order of the text; empty if the parameter {@code variant} chooses
 * @param datasets catalogue names, benchmarks expanded
 * @param seeds in the order of the text
 * @param parameters each after those that its {@code when} asks about, else by name
 * @param constants setting to value: Long, Double or String by the setting's kind
 * @param constraints in the order of the text
 * @param points values of parameters to try before the sampler is asked, in the order of the text
 * @param objectives what makes a trial better: one, or up to {@link #MOST_OBJECTIVES} that are
 *     weighed against each other by nobody
 * @param sampler who chooses the points
 * @param pruner who ends hopeless runs
 * @param budget what it may cost
 * @param resources of each run; memoryBytes 0 if nothing is asked
 * @param team owner, or null
 * @param priority higher is claimed first, at most {@link #GREATEST_PRIORITY} either way, or null
 */
public record SweepDefinition(
    String name,
    String description,
    List<VariantBlock> variants,
    List<String> datasets,
    List<Long> seeds,
    List<Parameter> parameters,
    SortedMap<String, Object> constants,
    List<Constraint> constraints,
    List<SortedMap<String, Object>> points,
    List<Objective> objectives,
    SamplerChoice sampler,
    PrunerChoice pruner,
    Budget budget,
    Resources resources,
    String team,
    Integer priority) {

  /** More than these leave hardly a trial that is not the best in something. */
  public static final int MOST_OBJECTIVES = 4;

  /** Bound of {@link #priority}, above and below 0. */
  public static final int GREATEST_PRIORITY = 1000;

  /** The first objective: a metric of results, by which lists and curves go. */
  public Objective objective() {
    return objectives.get(0);
  }

  /** Whether a trial has a value for each of several objectives. */
  public boolean hasSeveralObjectives() {
    return objectives.size() > 1;
  }

  /** Whether a trial's numbers change with what becomes of others. */
  public boolean comparesTrials() {
    return objectives.stream().anyMatch(Objective::comparesTrials);
  }

  /**
   * The definition in one form for equal meanings: key order, comments, YAML or JSON, a count or a
   * list of seeds, a benchmark or its datasets make no difference. It is a valid definition itself.
   */
  public Map<String, Object> canonical() {
    return Canonical.of(this);
  }

  /** Lower-case hex SHA-256 of {@link #canonical}. */
  public String hash() {
    return CanonicalJson.hash(canonical());
  }
}
