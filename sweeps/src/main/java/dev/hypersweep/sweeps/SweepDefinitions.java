package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.reading.DefinitionReader;
import java.util.Map;

/** Reads sweep definitions. */
public final class SweepDefinitions {

  private SweepDefinitions() {}

  /**
   * The definition of a text in YAML 1.2 or JSON. Guarantees that {@link Trials#of} gives at least
   * one trial per variant and that no trial's settings contradict each other. Safe for texts of
   * strangers: at most 1 MB, 50 levels, strings of 64 kB; aliases cannot explode.
   *
   * @throws InvalidDefinition with everything that is wrong, and no other exception
   */
  public static SweepDefinition read(String text) {
    return read(text, Map.of());
  }

  /**
   * The same, where there are datasets that are not in the catalogue.
   *
   * @param others headline metric of each by its name: what workers found by people's own cards
   */
  public static SweepDefinition read(String text, Map<String, Metric> others) {
    return read(text, others, DefinitionSource.NONE);
  }

  /**
   * The same, where {@code extends:} may name other definitions.
   *
   * @param source finds them
   */
  public static SweepDefinition read(
      String text, Map<String, Metric> others, DefinitionSource source) {
    return DefinitionReader.read(text, others, source);
  }
}
