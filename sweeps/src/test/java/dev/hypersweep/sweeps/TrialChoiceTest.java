package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials are made as results arrive, and the same results make the same trials. */
class TrialChoiceTest {

  private static final String SPACE =
      "parameters:\n  learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}\n"
          + "  batch: {type: int, low: 8, high: 64}\n";

  private static TrialChoice choice(String sampler, int trials) {
    return TrialChoice.of(
        Sweep.with(SPACE + "sampler: " + sampler + "\nbudget: {trials: " + trials + "}\n"));
  }

  private static MadeTrial running(TrialPoint trial) {
    return new MadeTrial(trial.variant(), trial.parameters(), Result.RUNNING);
  }

  private static MadeTrial told(MadeTrial trial) {
    double rate = ((Number) trial.parameters().get("learning_rate")).doubleValue();
    double loss = Math.abs(Math.log10(rate) + 3);
    return new MadeTrial(trial.variant(), trial.parameters(), new Result.Told(List.of(loss)));
  }

  /** The whole sweep: after each round the oldest open trial is told. */
  private static List<MadeTrial> carriedOut(TrialChoice choice, int atOnce) {
    List<MadeTrial> made = new ArrayList<>();
    choice.next(made, atOnce).trials().forEach(one -> made.add(running(one)));
    for (int i = 0; i < made.size(); i++) {
      made.set(i, told(made.get(i)));
      choice.next(made, atOnce).trials().forEach(one -> made.add(running(one)));
    }
    return made;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpe", "gp", "cmaes", "nsga2", "auto"})
  void whatLearnsHasSoManyTrialsOpenAndInTheEndAllOfThem(String sampler) {
    TrialChoice choice = choice("{name: " + sampler + ", seed: 3}", 7);
    TrialChoice.Chosen first = choice.next(List.of(), 2);
    assertThat(first.trials()).extracting(TrialPoint::number).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(first.toCome()).isEqualTo(15);
    List<MadeTrial> all = carriedOut(choice, 2);
    assertThat(all).hasSize(21);
    assertThat(all.stream().map(one -> Map.entry(one.variant(), one.parameters())))
        .doesNotHaveDuplicates();
    assertThat(choice.next(all, 2)).isEqualTo(new TrialChoice.Chosen(List.of(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "random", "sobol", "lhs"})
  void whatDoesNotLearnMakesAllAtOnce(String sampler) {
    String text =
        "parameters: {batch: {type: int, low: 1, high: 8}}\nsampler: {name: "
            + sampler
            + "}\nbudget: {trials: 8}\n";
    TrialChoice choice = TrialChoice.of(Sweep.with(text));
    assertThat(choice.learns()).isFalse();
    assertThat(choice.next(List.of(), 2).trials()).hasSize(24).doesNotHaveDuplicates();
    assertThat(choice.next(List.of(), 2).toCome()).isZero();
  }

  @Test
  void anotherObjectWithTheSameResultsAsJsonHasThemMakesTheSame() {
    List<MadeTrial> all = carriedOut(choice("{name: tpe, seed: 3}", 20), 1);
    for (int k = 0; k < all.size(); k += 7) {
      List<MadeTrial> before = all.subList(0, k);
      TrialPoint again =
          choice("{name: tpe, seed: 3}", 20).next(all.get(k).variant(), asJson(before)).get();
      assertThat(again.parameters()).isEqualTo(all.get(k).parameters());
      assertThat(again.number()).isEqualTo(k);
    }
  }

  private static List<MadeTrial> asJson(List<MadeTrial> trials) {
    Stream<MadeTrial> written =
        trials.stream()
            .map(
                one ->
                    new MadeTrial(
                        one.variant(),
                        Map.of(
                            "learning_rate",
                            one.parameters().get("learning_rate"),
                            "batch",
                            ((Long) one.parameters().get("batch")).intValue()),
                        one.result()));
    return written.toList();
  }

  @Test
  void resultsAreLearntFrom() {
    List<MadeTrial> all = carriedOut(choice("{name: tpe, seed: 3}", 40), 1);
    double early =
        all.subList(0, 30).stream().mapToDouble(TrialChoiceTest::loss).average().getAsDouble();
    double late =
        all.subList(90, 120).stream().mapToDouble(TrialChoiceTest::loss).average().getAsDouble();
    assertThat(late).isLessThan(early * 0.8);
  }

  private static double loss(MadeTrial trial) {
    return ((Result.Told) trial.result()).losses().get(0);
  }

  @Test
  void aSpaceThatIsUsedUpHasNothingToCome() {
    TrialChoice choice =
        TrialChoice.of(
            Sweep.with(
                "parameters: {schedule: {type: categorical, choices: [linear, cosine]}}\n"
                    + "constraints: [\"schedule != 'cosine' or variant != 'moe'\"]\n"
                    + "sampler: {name: tpe}\nbudget: {trials: 9}\n"));
    TrialChoice.Chosen all = choice.next(List.of(), 9);
    assertThat(all.trials()).hasSize(5);
    assertThat(all.toCome()).isZero();
  }
}
