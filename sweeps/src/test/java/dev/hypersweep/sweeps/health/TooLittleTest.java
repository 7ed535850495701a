package dev.hypersweep.sweeps.health;

import static dev.hypersweep.sweeps.health.HealthTrials.health;
import static dev.hypersweep.sweeps.health.HealthTrials.of;
import static dev.hypersweep.sweeps.health.HealthTrials.trials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.health.Finding.Kind;
import dev.hypersweep.sweeps.matrix.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TooLittleTest {

  @Test
  void whatCannotBeSaidYetIsSaid() {
    Finding few = of(Kind.TOO_LITTLE, health(trials(12, 2, 0.1, point -> 1))).get(0);
    assertThat(few.text())
        .contains("12 trials")
        .contains("from 20 trials on")
        .doesNotContain("ranges", "chance");
    assertThat(few.advice()).isEqualTo("More trials will tell.");
    List<Observed> single = new ArrayList<>();
    for (Observed trial : trials(30, 1, 0.1, point -> 1)) {
      Map<Place, Double> run = Map.of(new Place("a", 0), trial.loss());
      single.add(new Observed(trial.number(), trial.point(), trial.loss(), null, run));
    }
    Finding oneSeed = of(Kind.TOO_LITTLE, health(single)).get(0);
    assertThat(oneSeed.text()).contains("chance").doesNotContain("from 20 trials on");
    assertThat(oneSeed.advice()).isEqualTo("More seeds will tell.");
    assertThat(oneSeed.place()).isEqualTo("seeds");
    assertThat(of(Kind.TOO_LITTLE, health(trials(30, 2, 0.1, point -> 1)))).isEmpty();
  }

  @Test
  void variantsAloneWaitForTheirTrialsAndNotForMore() {
    List<Parameter> variants =
        List.of(
            new Parameter(Searched.VARIANTS, new Choices(List.of("dense", "moe"), false), null));
    Finding waiting = of(Kind.TOO_LITTLE, Health.of(variants, List.of())).get(0);
    assertThat(waiting.advice()).isEqualTo("Known when two trials have ended.");
    assertThat(waiting.place()).isEmpty();
    assertThat(Health.of(List.of(), List.of()).findings()).isEmpty();
  }

  @Test
  void aSweepWithoutTrialsIsNeitherHealthyNorIll() {
    assertThat(health(List.of()).findings())
        .extracting(Finding::kind)
        .containsOnly(Kind.TOO_LITTLE);
    List<Parameter> none = List.of();
    assertThat(Health.of(none, trials(30, 1, 0.1, point -> 1)).importances()).isEmpty();
  }
}
