package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code sampler:} and {@code pruner:}. */
final class StrategyReader {

  private static final long MOST_PARALLEL = 10_000;
  private static final List<String> PRUNERS = List.of("none");
  private static final List<String> LATER_PRUNERS =
      List.of("median", "percentile", "halving", "asha", "hyperband", "wilcoxon");

  private StrategyReader() {}

  static SamplerChoice sampler(Section sweep) {
    Optional<Section> section =
        sweep
            .section("sampler", "sampler: {name: random, seed: 7}")
            .map(one -> one.known(Fields.SAMPLER));
    if (section.isEmpty()) {
      return SamplerChoice.STANDARD;
    }
    String name =
        name(section.get(), Samplers.NAMES, List.of(), "use " + String.join(", ", Samplers.NAMES))
            .orElse(SamplerChoice.AUTO);
    long seed = section.get().whole("seed", 0, Numbers.MOST).orElse(0L);
    Long parallel = section.get().whole("parallel", 1, MOST_PARALLEL).orElse(null);
    SamplerChoice choice = new SamplerChoice(name, seed, parallel);
    if (parallel != null && !choice.learns()) {
      section
          .get()
          .fault("parallel", name + " waits for no result: all its trials are made", "remove it");
    }
    return choice;
  }

  static PrunerChoice pruner(Section sweep) {
    Optional<Section> section =
        sweep.section("pruner", "pruner: {name: none}").map(one -> one.known(Fields.PRUNER));
    if (section.isEmpty()) {
      return PrunerChoice.NONE;
    }
    Optional<String> name =
        name(section.get(), PRUNERS, LATER_PRUNERS, "use none, or leave pruner out");
    if (name.isPresent() && section.get().has("warmup")) {
      section.get().fault("warmup", "warmup has no meaning without a pruner", "remove it");
    }
    return PrunerChoice.NONE;
  }

  private static Optional<String> name(
      Section section, List<String> now, List<String> later, String fix) {
    if (!section.has("name")) {
      section.missing("name", "add name: " + now.get(0));
      return Optional.empty();
    }
    String typed = section.get("name") instanceof Node.Scalar scalar ? scalar.text() : "";
    if (later.contains(typed)) {
      section.fault("name", typed + " is not available yet", fix);
      return Optional.empty();
    }
    if (!now.contains(typed)) {
      List<String> all = Stream.concat(now.stream(), later.stream()).toList();
      String guess = Nearest.to(typed, all).map(one -> "did you mean " + one + "?").orElse(fix);
      section.fault("name", "not known", guess);
      return Optional.empty();
    }
    return Optional.of(typed);
  }
}
