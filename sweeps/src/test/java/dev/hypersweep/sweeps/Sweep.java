package dev.hypersweep.sweeps;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.InvalidDefinition;
import java.util.List;

/** Texts for tests: a valid definition, and lines to add to it. */
final class Sweep {

  /** Four lines; what a test adds begins in line 5. */
  static final String BASE =
      """
      name: test
      variants: [dense, moe, hypermoe]
      datasets: [wordnet]
      seeds: 2
      """;

  private Sweep() {}

  static SweepDefinition with(String lines) {
    return SweepDefinitions.read(BASE + lines);
  }

  static List<TrialPoint> trials(String lines) {
    return Trials.of(with(lines));
  }

  /** Everything that is wrong with a text. */
  static List<DefinitionError> errors(String text) {
    try {
      SweepDefinitions.read(text);
      return List.of();
    } catch (InvalidDefinition e) {
      return e.errors();
    }
  }
}
