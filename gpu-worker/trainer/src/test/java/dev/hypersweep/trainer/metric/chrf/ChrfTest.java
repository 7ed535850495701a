package dev.hypersweep.trainer.metric.chrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.metric.translation.References;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChrfTest {

  private static final List<String> HYPOTHESES =
      List.of("the dog walks to the old river", "a small boat");
  private static final References REFERENCES =
      References.ofStreams(
          List.of(
              List.of("the dog walked to the old river", "a small red boat"),
              Arrays.asList("the dog goes to the river", null)));

  @Test
  void everyOptionGivesTheNumberOfSacrebleu() { // 2.6.0
    assertThat(score(ChrfSettings.CHRF)).isCloseTo(70.56787015623594, within(1e-9));
    assertThat(score(ChrfSettings.CHRF_PLUS_PLUS)).isCloseTo(70.44626164901307, within(1e-9));
    assertThat(score(new ChrfSettings(6, 0, 2, false, false, true)))
        .isCloseTo(70.5657840833623, within(1e-9));
    assertThat(score(new ChrfSettings(6, 0, 2, false, true, false)))
        .isCloseTo(76.83112192749313, within(1e-9));
    assertThat(ChrfSettings.CHRF_PLUS_PLUS.signature(REFERENCES))
        .startsWith("nrefs:var|case:mixed|eff:yes|nc:6|nw:2|space:no|version:");
  }

  @Test
  void caseIsIgnoredOnlyWhenAsked() {
    References upper = References.ofSentence(List.of("RIVER"));
    assertThat(Chrf.of(ChrfSettings.CHRF, List.of("river"), upper)).isZero();
    ChrfSettings lowercase = new ChrfSettings(6, 0, 2, true, false, false);
    assertThat(Chrf.of(lowercase, List.of("river"), upper)).isCloseTo(100, within(1e-9));
  }

  @Test
  void charactersAreCodePoints() {
    ChrfSettings single = new ChrfSettings(1, 0, 1, false, false, false);
    References other = References.ofSentence(List.of("\uD83D\uDE01"));
    assertThat(Chrf.of(single, List.of("\uD83D\uDE00"), other)).isZero();
  }

  private static double score(ChrfSettings settings) {
    return Chrf.of(settings, HYPOTHESES, REFERENCES);
  }
}
