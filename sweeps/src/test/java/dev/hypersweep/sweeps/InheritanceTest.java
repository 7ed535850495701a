package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.InvalidDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InheritanceTest {

  private final Map<String, String> texts = new HashMap<>();

  private SweepDefinition read(String text) {
    return SweepDefinitions.read(text, Map.of(), name -> Optional.ofNullable(texts.get(name)));
  }

  private DefinitionError error(String text) {
    InvalidDefinition invalid = catchThrowableOfType(InvalidDefinition.class, () -> read(text));
    assertThat(invalid.errors()).hasSize(1);
    return invalid.errors().get(0);
  }

  @Test
  void fieldsStandOverThoseOfTheOtherDefinition() {
    texts.put(
        "base.yaml",
        Sweep.BASE
            + "parameters: {batch: {type: int, low: 8, high: 9}, heads: {type: int, low: 1, high: 2}}\n"
            + "constants: {hidden: 32, steps: 10}\n"
            + "priority: 4\n");
    SweepDefinition whole =
        read(
            "name: mine\nextends: base.yaml\nconstants: {steps: 20, heads: 2}\nseeds: 3\n"
                + "parameters: {hidden: {type: int, low: 64, high: 66, step: 2}}\npriority:\n");
    SweepDefinition alone =
        SweepDefinitions.read(
            Sweep.BASE.replace("name: test", "name: mine").replace("seeds: 2", "seeds: 3")
                + "parameters: {batch: {type: int, low: 8, high: 9},"
                + " hidden: {type: int, low: 64, high: 66, step: 2}}\n"
                + "constants: {steps: 20, heads: 2}\n");
    assertThat(whole.hash()).isEqualTo(alone.hash());
  }

  @Test
  void aDefinitionMayExtendOneThatExtendsAnother() {
    texts.put("a", Sweep.BASE + "constants: {steps: 10, batch: 8}\n");
    texts.put("7", "name: b\nextends: a\nconstants: {batch: 16}\n");
    assertThat(read("name: c\nextends: 7\n").constants())
        .containsEntry("steps", 10L)
        .containsEntry("batch", 16L);
  }

  @Test
  void theOtherDefinitionMayStandInside() {
    assertThat(read("name: c\nextends: {" + Sweep.BASE.strip().replace("\n", ", ") + "}\n").hash())
        .isEqualTo(SweepDefinitions.read(Sweep.BASE.replace("test", "c")).hash());
  }

  @Test
  void aCircleIsShown() {
    texts.put("a", "name: a\nextends: b\n");
    texts.put("b", "name: b\nextends: a\n");
    DefinitionError error = error(Sweep.BASE + "extends: a\n");
    assertThat(error.message()).contains("a extends b extends a");
    assertThat(error.line()).isEqualTo(5);
  }

  @Test
  void anErrorInTheOtherTextIsPlacedWhereItIsNamed() {
    texts.put("a", "name: a\nconstants: {stepps: 4}\n");
    DefinitionError error = error(Sweep.BASE + "extends: a\n");
    assertThat(error.line() + ":" + error.column()).isEqualTo("5:10");
    assertThat(error.field()).isEqualTo("constants.stepps");
    texts.put("a", "name: [\n");
    assertThat(error(Sweep.BASE + "extends: a\n").message()).contains("not sound itself: line");
  }

  @Test
  void theNameIsNotTakenOver() {
    texts.put("a", Sweep.BASE);
    assertThat(error("extends: a\n").message()).contains("name is missing");
  }
}
