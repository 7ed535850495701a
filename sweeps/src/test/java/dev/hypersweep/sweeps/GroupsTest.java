package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

  static final String FREE =
      """
      parameters:
        optimiser:
          type: {type: categorical, choices: [sgd, adam]}
          sgd: {momentum: {type: float, low: 0.5, high: 0.9, when: {optimiser.type: sgd}}}
        depth: {type: int, low: 1, high: 3}
      constants: {limits: {most: 2}}
      constraints: ["depth <= limits.most"]
      points: [{optimiser: {type: sgd, sgd: {momentum: 0.75}}}]
      """;

  @Test
  void namesOfASpaceHaveTheirGroupsBeforeADot() {
    SpaceFile file = SpaceFile.read(FREE);
    assertThat(file.space().parameters())
        .extracting(Parameter::name)
        .containsExactly("depth", "optimiser.type", "optimiser.sgd.momentum");
    assertThat(file.points().get(0))
        .containsEntry("optimiser.type", "sgd")
        .containsEntry("optimiser.sgd.momentum", 0.75);
    assertThat(new RandomSearch(file.space(), 1).next(new History()).orElseThrow())
        .extractingByKey("depth")
        .isIn(1L, 2L);
  }

  @Test
  void dotsAreAnotherWayToWriteIt() {
    String dotted =
        FREE.replace("  optimiser:\n", "")
            .replace("    type:", "  optimiser.type:")
            .replace("    sgd: {momentum: {", "  optimiser.sgd.momentum: {")
            .replace("type: sgd}}}", "type: sgd}}")
            .replace("{limits: {most: 2}}", "{limits.most: 2}")
            .replace("{optimiser: {type: sgd, ", "{optimiser.type: sgd, ")
            .replace("sgd: {momentum: 0.75}}}", "optimiser.sgd.momentum: 0.75}");
    assertThat(SpaceFile.read(dotted)).isEqualTo(SpaceFile.read(FREE));
  }

  @Test
  void aSweepsGroupsChangeNothing() {
    SweepDefinition grouped =
        Sweep.with(
            "parameters: {a: {b: {batch: {type: int, low: 8, high: 9}}}, "
                + "steps: {type: int, low: 1, high: 2}}\n"
                + "constants: {shape: {hidden: 32}}\n");
    SweepDefinition flat =
        Sweep.with(
            "parameters: {batch: {type: int, low: 8, high: 9}, "
                + "steps: {type: int, low: 1, high: 2}}\n"
                + "constants: {hidden: 32}\n");
    assertThat(grouped.hash()).isEqualTo(flat.hash());
    assertThat(grouped.parameters())
        .extracting(Parameter::name)
        .isEqualTo(List.of("batch", "steps"));
  }
}
