package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointsTest {

  private static final String RATES =
      "parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true},"
          + " bottleneck: {type: int, low: 4, high: 64}}\n";

  @Test
  void comeBeforeTheSampler() {
    List<TrialPoint> trials =
        Sweep.trials(
            RATES
                + "points: [{learning_rate: 1e-3}, {variant: hypermoe, bottleneck: 16}]\n"
                + "budget: {trials: 3}\n");
    assertThat(trials).hasSize(9);
    assertThat(trials.subList(0, 3))
        .allSatisfy(one -> assertThat(one.parameters()).containsEntry("learning_rate", 1e-3));
    assertThat(trials.get(5).variant()).isEqualTo("hypermoe");
    assertThat(trials.get(5).parameters()).containsEntry("bottleneck", 16L);
    assertThat(trials.get(4).parameters()).doesNotContainKey("bottleneck");
  }

  @Test
  void beginAGridThatStillHasEachPointOnce() {
    List<TrialPoint> trials =
        Sweep.trials(
            "parameters: {steps: {type: int, low: 1, high: 4}}\n"
                + "points: [{steps: 3}, {steps: 2}]\n");
    List<Map<String, Object>> dense =
        trials.stream()
            .filter(one -> one.variant().equals("dense"))
            .<Map<String, Object>>map(TrialPoint::parameters)
            .toList();
    assertThat(dense).extracting(one -> one.get("steps")).containsExactly(3L, 2L, 1L, 4L);
  }

  @Test
  void leaveTheRestOfASearchWithoutRepetitions() {
    List<TrialPoint> trials =
        Sweep.trials(
            RATES.replace("float, low: 1e-4, high: 1e-2, log: true", "categorical, choices: [0.1]")
                + "points: [{learning_rate: 0.1}]\nsampler: {name: random}\nbudget: {trials: 20}\n");
    List<TrialPoint> hyper =
        trials.stream().filter(one -> one.variant().equals("hypermoe")).toList();
    assertThat(new HashSet<>(hyper.stream().map(TrialPoint::parameters).toList())).hasSize(20);
  }

  @Test
  void arePartOfTheHashInTheirOrder() {
    String one = RATES + "budget: {trials: 4}\npoints: [{learning_rate: 1e-3}, {bottleneck: 8}]\n";
    String other =
        RATES + "budget: {trials: 4}\npoints: [{bottleneck: 8}, {learning_rate: 1e-3}]\n";
    assertThat(Sweep.with(one).hash()).isNotEqualTo(Sweep.with(other).hash());
    assertThat(Sweep.with(one).hash())
        .isNotEqualTo(Sweep.with(RATES + "budget: {trials: 4}\n").hash());
  }

  @Test
  void aFaultInAPointIsSaidOnce() {
    assertThat(faults("points: [{learning_rate: 5000}, {learning_rat: 1e-3}]\n", RATES))
        .hasSize(2)
        .noneMatch(fault -> fault.contains("twice"));
    assertThat(faults("points: [{bottleneck: 8}, {bottleneck: 8}]\n", RATES))
        .singleElement()
        .asString()
        .contains("twice");
  }

  @Test
  void aMisspeltMetricIsOneFaultThatGuessesTheWord() {
    assertThat(faults("objectives: [{metric: acuracy}, {metric: accuracy}]\n", ""))
        .singleElement()
        .asString()
        .contains("one of", "did you mean accuracy?");
  }

  private static List<String> faults(String more, String space) {
    return Sweep.errors(Sweep.BASE + space + more).stream().map(Object::toString).toList();
  }
}
