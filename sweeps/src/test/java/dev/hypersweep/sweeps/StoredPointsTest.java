package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.StoredPoints.Carried;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What another sweep trained is found again in this one's space, or it is said why not. */
class StoredPointsTest {

  private static SweepDefinition read(String more) {
    return SweepDefinitions.read(
        "name: x\ndatasets: [glue/rte]\nbudget: {trials: 9}\nsampler: {name: tpe}\n" + more);
  }

  private static final SweepDefinition THERE =
      read("variants: [dense, moe]\nconstants: {learning_rate: 0.001, steps: 400}\n");

  private static final String HERE =
      """
      variants: [moe]
      constants: {steps: 400}
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
      """;

  /** As JSON has them: whole reals are whole numbers, and all of them are small. */
  private static Map<String, Object> settings(int trial) {
    SortedMap<String, Object> settings = new TreeMap<>();
    Trials.of(THERE)
        .get(trial)
        .settings()
        .forEach(
            (name, value) ->
                settings.put(name, value instanceof Long whole ? whole.intValue() : value));
    return settings;
  }

  private static Carried carried(String here, Map<String, Object> settings) {
    return new StoredPoints(read(here)).carried("moe", settings);
  }

  @Test
  void aConstantThereMayBeAParameterHere() {
    assertThat(carried(HERE, settings(1)).points())
        .isEqualTo(Map.of("moe", new TreeMap<>(Map.of("learning_rate", 0.001))));
  }

  @Test
  void wholeNumbersStandForRealOnes() {
    Map<String, Object> settings = settings(1);
    settings.put("clip", ((Number) settings.get("clip")).intValue());
    assertThat(carried(HERE, settings).reason()).isNull();
  }

  @Test
  void aValueOutsideOfTheSpaceIsNamed() {
    assertThat(carried(HERE.replace("1e-4", "2e-3"), settings(1)).reason())
        .isEqualTo("learning_rate 0.001 is outside of the space");
  }

  @Test
  void aSettingThatNothingVariesIsNamed() {
    assertThat(carried(HERE.replace("400", "800"), settings(1)).reason())
        .isEqualTo("steps is 400 there and 800 here");
  }

  @Test
  void aConstraintCountsToo() {
    String constrained = HERE + "constraints: [learning_rate > 0.002]\n";
    assertThat(carried(constrained, settings(1)).reason()).isEqualTo("a constraint is broken");
  }

  @Test
  void aVariantThatIsNotSearchedIsNamed() {
    assertThat(new StoredPoints(read(HERE)).carried("dense", settings(0)).reason())
        .isEqualTo("variant dense is not searched");
  }

  @Test
  void blocksOfOneArchitectureAreToldApartByTheirSettings() {
    String blocks = HERE.replace("[moe]", "[{name: wide, extends: moe, experts: 16}, moe]");
    assertThat(carried(blocks, settings(1)).points()).containsOnlyKeys("moe");
  }

  @Test
  void oneSearchAcrossVariantsTakesThemAsValues() {
    String across =
        HERE.replace("variants: [moe]\n", "")
            + "  variant: {type: categorical, choices: [dense, moe]}\n";
    assertThat(carried(across, settings(1)).points().get("moe"))
        .containsEntry("variant", "moe")
        .containsEntry("learning_rate", 0.001);
  }
}
