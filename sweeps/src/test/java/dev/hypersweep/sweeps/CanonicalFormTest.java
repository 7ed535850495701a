package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.CanonicalJson;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal meanings have equal hashes, and other meanings have others. */
class CanonicalFormTest {

  private static final String BOTTLENECK =
      "parameters: {bottleneck: {type: int, low: 4, high: 8, when: WHEN}}\n";

  private static String when(String when) {
    return Sweep.BASE + BOTTLENECK.replace("WHEN", when);
  }

  static Stream<List<String>> pairs() {
    String base = Sweep.BASE;
    return Stream.of(
        List.of(base, base.replace("seeds: 2", "seeds: [0, 1]")),
        List.of(
            base, base.replace("wordnet]", "wordnet/noun-supersense, wordnet/verb-supersense]")),
        List.of(base, base.replace("moe,", "{name: moe, extends: moe},")),
        List.of(base, "# comment\n" + base + "objective: {metric: accuracy} # standard\n"),
        List.of(base, base + "sampler: {name: auto, seed: 0}\nresources: {device: cpu}\n"),
        List.of(base, base + "description:\nconstants:\nbudget: {}\n"),
        List.of(base, base + "objectives: [{metric: accuracy}]\n"),
        List.of(base + "constants: {steps: 400}", base + "constants: {steps: 4e2}"),
        List.of(base + "constants: {clip: 1}", base + "constants: {clip: 1.0}"),
        List.of(base + "constants: {dropout: 0}", base + "constants: {dropout: -0.0}"),
        List.of(base + "resources: {memory: 2GiB}", base + "resources: {memory: 2147483648}"),
        List.of(
            base + "constraints: [hidden%heads==0]",
            base + "constraints: [\"((hidden % heads)) == 0\"]"),
        List.of(
            base + "budget: {until: 2030-01-31T18:00:00+01:00}",
            base + "budget: {until: 2030-01-31T17:00:00Z}"),
        List.of(when("{variant: [hypermoe]}"), when("{variant: hypermoe}")),
        List.of(when("{variant: [hypermoe]}"), when("\"variant == 'hypermoe'\"")),
        List.of(when("{variant: [hypermoe]}"), when("\"'hypermoe' == variant\"")));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void equalMeaningsHaveEqualHashes(List<String> pair) {
    assertThat(SweepDefinitions.read(pair.get(0)).hash())
        .isEqualTo(SweepDefinitions.read(pair.get(1)).hash());
  }

  static Stream<String> others() {
    return Stream.of(
        Sweep.BASE.replace("seeds: 2", "seeds: [1, 0]"),
        Sweep.BASE.replace("dense, ", ""),
        Sweep.BASE + "constants: {steps: 399}\n",
        Sweep.BASE + "constraints: [hidden % heads == 0]\n",
        Sweep.BASE + "sampler: {name: auto, seed: 1}\n",
        Sweep.BASE + "objective: {metric: loss}\n");
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherMeaningsHaveOtherHashes(String text) {
    assertThat(SweepDefinitions.read(text).hash())
        .isNotEqualTo(SweepDefinitions.read(Sweep.BASE).hash());
  }

  @Test
  void orderOfFieldsChangesNeitherHashNorTrials() {
    SweepDefinition definition = SweepDefinitions.read(HostileTextTest.FULL);
    List<String> sections =
        Arrays.asList(HostileTextTest.FULL.replaceFirst(" # .*", "").split("\n(?=[a-z])"));
    List<String> parameters =
        Arrays.asList(sections.get(7).substring("parameters:\n".length()).split("\n"));
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(parameters, random);
      sections.set(indexOf(sections), "parameters:\n" + String.join("\n", parameters));
      Collections.shuffle(sections, random);
      SweepDefinition shuffled = SweepDefinitions.read(String.join("\n", sections) + "\n");
      assertThat(shuffled.hash()).isEqualTo(definition.hash());
      assertThat(Trials.of(shuffled)).isEqualTo(Trials.of(definition));
    }
  }

  private static int indexOf(List<String> sections) {
    return sections.indexOf(
        sections.stream().filter(one -> one.startsWith("parameters")).findFirst().orElseThrow());
  }

  @Test
  void theCanonicalFormIsAJsonDefinitionWithTheSameHash() {
    for (String text : List.of(Sweep.BASE, HostileTextTest.FULL)) {
      SweepDefinition definition = SweepDefinitions.read(text);
      String json = CanonicalJson.of(definition.canonical());
      assertThat(SweepDefinitions.read(json)).isEqualTo(definition);
    }
  }

  @Test
  void jsonMayBeIndentedByTabs() {
    String json =
        "{\n\t\"name\": \"test\",\n\t\"variants\": [\"dense\", \"moe\", \"hypermoe\"],\n"
            + "\t\"datasets\":\t[\"wordnet\"],\n\t\"seeds\": 2\n}\n";
    assertThat(SweepDefinitions.read(json).hash())
        .isEqualTo(SweepDefinitions.read(Sweep.BASE).hash());
  }
}
