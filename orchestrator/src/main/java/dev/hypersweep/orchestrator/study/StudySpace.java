package dev.hypersweep.orchestrator.study;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.sweep.DefinitionBody;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.pruning.PrunerText;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Samplers;
import dev.hypersweep.sweeps.sampling.Study;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a study searches, and how.
 *
 * @param source a sweep definition of which only {@code parameters} need be there
 * @param pruner as {@link PrunerText} reads it
 */
record StudySpace(String source, String sampler, long seed, String pruner) {

  static final String NO_PRUNER = "none";

  /**
   * Of a request: what it says beside the text stands before what the text says.
   *
   * @param sampler or null
   * @param seed or null
   * @param pruner or null
   * @throws ProblemException naming what is wrong
   */
  static StudySpace of(String source, String sampler, Long seed, String pruner) {
    SpaceFile file = read(source);
    if (seed != null && seed < 0) {
      throw ProblemException.invalidParameter("seed", seed, "below 0", "send 0 or more");
    }
    StudySpace space =
        new StudySpace(
            source,
            sampler == null ? file.sampler().name() : sampler,
            seed == null ? file.sampler().seed() : seed,
            pruner == null ? NO_PRUNER : pruner);
    space.begin();
    return space;
  }

  private static SpaceFile read(String source) {
    try {
      return SpaceFile.read(source);
    } catch (InvalidDefinition invalid) {
      throw DefinitionBody.problem(invalid);
    }
  }

  /** The study before its first event. */
  Study begin() {
    SpaceFile file = read(source);
    Goal goal = file.goals().isEmpty() ? Goal.MINIMIZE : file.goals().get(0);
    return new Study(
        file.space(),
        parameter(
            "sampler",
            sampler,
            () -> Samplers.named(sampler, file.space(), seed, file.trials()),
            "send one of " + String.join(", ", Samplers.NAMES)),
        seed,
        parameter(
            "pruner",
            pruner,
            () -> new Pruning(PrunerText.read(pruner, goal, seed)),
            "send a name and its settings, as in median,warmup=5"),
        file.goals(),
        List.of());
  }

  private static <T> T parameter(String name, String value, Supplier<T> made, String fix) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalidParameter(name, value, e.getMessage(), fix);
    }
  }
}
