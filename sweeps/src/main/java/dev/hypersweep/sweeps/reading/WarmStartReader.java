package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.matrix.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code warm_start:} of a sampler: ids of stored sweeps. */
final class WarmStartReader {

  private static final String FIELD = "warm_start";
  private static final int MOST = 100;

  private WarmStartReader() {}

  static List<Long> read(Section sampler, DefinitionSource source) {
    List<Node> items = sampler.list(FIELD, FIELD + ": [12]").orElse(List.of());
    List<Long> sweeps = new ArrayList<>();
    if (items.size() > MOST) {
      sampler.fault(FIELD, "more than " + MOST + " sweeps", "name those that matter most");
      return sweeps;
    }
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String path = sampler.path(FIELD) + "[" + i + "]";
      Optional<Long> id = Numbers.whole(item, path, 1, Numbers.MOST, sampler.faults());
      if (id.isEmpty()) {
        continue;
      }
      if (sweeps.contains(id.get())) {
        sampler.faults().add(item, path, "sweep " + id.get() + " is named twice", "remove it here");
      } else if (!source.mayHaveSweep(id.get())) {
        sampler
            .faults()
            .add(item, path, "there is no sweep " + id.get(), "write the id of a stored sweep");
      } else {
        sweeps.add(id.get());
      }
    }
    return sweeps;
  }

  static void check(Section sampler, SamplerChoice choice, List<Objective> objectives) {
    if (!sampler.has(FIELD) || choice.warmStart().isEmpty()) {
      return;
    }
    if (!choice.learns()) {
      sampler.fault(FIELD, choice.name() + " learns from no result", "remove it, or take tpe");
    } else if (objectives.size() > 1) {
      sampler.fault(FIELD, "it carries values of one objective", "remove it");
    } else if (objectives.get(0).aggregate() == Aggregate.RANK_MEAN) {
      sampler.fault(
          FIELD, "ranks compare trials of one sweep only", "remove it, or take another aggregate");
    }
  }
}
