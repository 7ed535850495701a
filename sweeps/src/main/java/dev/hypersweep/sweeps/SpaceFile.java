package dev.hypersweep.sweeps;

import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.reading.SpaceReader;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.List;
import java.util.SortedMap;

/**
 * A search space for an objective that is not ours, and how to search it.
 *
 * @param space parameters of any names
 * @param goals one per objective; empty if the text does not say
 * @param sampler what the text asks for, or the standard
 * @param trials its budget, or 0
 * @param points to try first
 */
public record SpaceFile(
    Space space,
    List<Goal> goals,
    SamplerChoice sampler,
    int trials,
    List<SortedMap<String, Object>> points) {

  /**
   * The space of a text in YAML 1.2 or JSON: a sweep definition of which only {@code parameters}
   * need be there, and whose names need not be settings.
   *
   * @throws InvalidDefinition with everything that is wrong
   */
  public static SpaceFile read(String text) {
    return read(text, DefinitionSource.NONE);
  }

  /**
   * The same, where {@code extends:} may name other definitions.
   *
   * @param source finds them
   */
  public static SpaceFile read(String text, DefinitionSource source) {
    return SpaceReader.read(text, source);
  }
}
