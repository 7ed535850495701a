package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Points lie where the definition says, each once, and the same every time. */
class SamplingTest {

  private static final String LR = "learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}";

  private static String random(int trials) {
    return "sampler: {name: random, seed: 7}\nbudget: {trials: " + trials + "}\n";
  }

  private static List<TrialPoint> only(String variant, List<TrialPoint> trials) {
    return trials.stream().filter(trial -> trial.variant().equals(variant)).toList();
  }

  @Test
  void withoutParametersEveryVariantHasOneTrial() {
    assertThat(Sweep.trials("budget: {trials: 50}\n"))
        .extracting(TrialPoint::variant)
        .containsExactly("dense", "moe", "hypermoe");
  }

  @Test
  void randomValuesKeepBoundsLogAndStep() {
    List<TrialPoint> trials =
        Sweep.trials(
            "parameters:\n  "
                + LR
                + "\n  dropout: {type: float, low: 0.1, high: 0.4, step: 0.1}\n"
                + "  batch: {type: int, low: 1, high: 64, log: true}\n"
                + "  ffn: {type: int, low: 16, high: 64, step: 16}\n"
                + random(1000));
    assertThat(trials).hasSize(3000);
    assertThat(trials).allSatisfy(SamplingTest::inBounds);
    assertThat(distinct(trials, "dropout")).containsExactlyInAnyOrder(0.1, 0.2, 0.3, 0.4);
    assertThat(distinct(trials, "ffn")).containsExactlyInAnyOrder(16L, 32L, 48L, 64L);
    assertThat(distinct(trials, "batch")).contains(1L, 64L);
    // Half of log-uniform draws lie below the geometric mean; 3000 draws are within 5 %.
    assertThat(below(trials, "learning_rate", 1e-3)).isBetween(0.45, 0.55);
    assertThat(below(trials, "batch", 6)).isBetween(0.45, 0.55);
    assertThat(below(trials, "ffn", 40)).isBetween(0.45, 0.55);
  }

  private static void inBounds(TrialPoint trial) {
    Map<String, Object> values = trial.parameters();
    assertThat((Double) values.get("learning_rate")).isBetween(1e-4, 1e-2);
    assertThat((Long) values.get("batch")).isBetween(1L, 64L);
    assertThat(trial.settings()).containsAllEntriesOf(values);
  }

  private static Iterable<Object> distinct(List<TrialPoint> trials, String name) {
    return trials.stream().map(one -> one.parameters().get(name)).collect(Collectors.toSet());
  }

  private static double below(List<TrialPoint> trials, String name, double bound) {
    return trials.stream()
        .mapToDouble(one -> ((Number) one.parameters().get(name)).doubleValue() < bound ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void equalSeedsGiveEqualPointsAndOthersGiveOthers() {
    String text = "parameters: {" + LR + "}\n" + random(5);
    assertThat(Sweep.trials(text)).isEqualTo(Sweep.trials(text));
    assertThat(Sweep.trials(text)).isNotEqualTo(Sweep.trials(text.replace("7", "8")));
  }

  @Test
  void aVariantsPointsDoNotDependOnTheOtherVariantsNorOnTheBudget() {
    String text = Sweep.BASE + "parameters: {" + LR + "}\n" + random(5);
    List<TrialPoint> alone = Trials.of(SweepDefinitions.read(text.replace("dense, moe, ", "")));
    List<TrialPoint> more =
        Trials.of(SweepDefinitions.read(text.replace("trials: 5", "trials: 9")));
    assertThat(only("hypermoe", more).subList(0, 5))
        .extracting(TrialPoint::parameters)
        .isEqualTo(alone.stream().map(TrialPoint::parameters).toList());
  }

  /** Drawn once and written down: another Java or another day must give the same sweep. */
  @Test
  void theFirstPointIsTheOneThatItAlwaysWas() {
    assertThat(Sweep.trials("parameters: {" + LR + "}\n" + random(1)).get(0).parameters())
        .isEqualTo(Map.of("learning_rate", FIRST));
  }

  private static final double FIRST = 5.630183851374422E-4;

  @Test
  void theGridHoldsEveryPointOnceAndLeavesOutWhatDoesNotExist() {
    List<TrialPoint> trials =
        Sweep.trials(
            """
            parameters:
              batch: {type: int, low: 16, high: 32, step: 16}
              dropout: {type: float, low: 0, high: 0.2, step: 0.1, when: {batch: 32}}
              bottleneck: {type: categorical, choices: [4, 16], when: {variant: [hypermoe]}}
            sampler: {name: grid}
            """);
    assertThat(only("dense", trials)).hasSize(4);
    assertThat(only("moe", trials)).hasSize(4);
    assertThat(only("hypermoe", trials)).hasSize(8);
    assertThat(trials).doesNotHaveDuplicates();
    assertThat(only("dense", trials).get(0).parameters()).isEqualTo(Map.of("batch", 16L));
    assertThat(only("dense", trials).get(3).parameters())
        .isEqualTo(Map.of("batch", 32L, "dropout", 0.2));
    assertThat(trials).extracting(TrialPoint::number).startsWith(0, 1, 2, 3);
    assertThat(trials).extracting(TrialPoint::variant).startsWith("dense", "moe", "hypermoe");
  }

  @Test
  void constraintsAndDivisibilityAreKeptByEverySampler() {
    String space =
        """
        parameters:
          heads: {type: int, low: 1, high: 8}
          hidden: {type: categorical, choices: [48, 64, 100]}
        constraints: ["heads * 8 <= hidden"]
        """;
    for (String text : List.of(space + "sampler: {name: grid}\n", space + random(10))) {
      assertThat(Sweep.trials(text))
          .isNotEmpty()
          .allSatisfy(
              trial -> {
                long heads = (Long) trial.settings().get("heads");
                long hidden = (Long) trial.settings().get("hidden");
                assertThat(hidden % heads).isZero();
                assertThat(heads * 8).isLessThanOrEqualTo(hidden);
              });
    }
  }

  @Test
  void aRandomSearchOfATinySpaceEndsWhenEveryPointWasThere() {
    String space = "parameters: {schedule: {type: categorical, choices: [linear, cosine]}}\n";
    assertThat(Sweep.trials(space + random(50))).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void autoIsTheGridWhereItFitsTheBudgetAndRandomElsewhere() {
    String space = "parameters: {batch: {type: int, low: 1, high: 8}}\n";
    assertThat(only("moe", Sweep.trials(space + "budget: {trials: 8}\n")))
        .extracting(trial -> trial.parameters().get("batch"))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(only("moe", Sweep.trials(space + "budget: {trials: 5}\n"))).hasSize(5);
  }

  @Test
  void theBudgetOfRunsIsDividedEvenly() {
    String text = "parameters: {" + LR + "}\nbudget: {trials: 40, runs: 100}\n";
    // 3 variants, 2 datasets, 2 seeds: a trial of each takes 12 runs, and 8 of them fit.
    assertThat(Sweep.trials(text)).hasSize(24);
  }

  @Test
  void withoutVariantsTheParameterChoosesAmongThem() {
    String text =
        """
        name: one-search
        datasets: [trec]
        parameters:
          variant: {type: categorical, choices: [dense, hypermoe]}
          batch: {type: categorical, choices: [16, 32]}
          bottleneck: {type: categorical, choices: [4, 8, 16], when: "variant == 'hypermoe'"}
        """;
    List<TrialPoint> trials = Trials.of(SweepDefinitions.read(text));
    assertThat(only("dense", trials)).hasSize(2);
    assertThat(only("hypermoe", trials)).hasSize(6);
    assertThat(only("dense", trials).get(0).parameters().keySet())
        .containsExactly("batch", "variant");
  }
}
