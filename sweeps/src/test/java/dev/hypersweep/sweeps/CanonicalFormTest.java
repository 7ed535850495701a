package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
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

  /** The standard forms of the language, all in one. */
  private static final String WHOLE =
      HostileTextTest.FULL.replace(
          "constants:",
          "  more: {weight_decay: {type: normal, mean: 0.01, deviation: 0.01, low: 0},"
              + " balance: {type: lognormal, mean: -4, deviation: 1, high: 0.1}}\n"
              + "points: [{batch: 16, dropout: 0.1}, {variant: moe, schedule: cosine}]\n"
              + "constants:");

  @Test
  void neitherOrderNorCommentsNorStyleChangeTheHash() throws IOException {
    List<String> texts = new ArrayList<>(DocumentedLanguageTest.examples());
    texts.removeIf(text -> text.contains("extends: rates.yaml"));
    texts.add(WHOLE);
    Random random = new Random(6);
    for (String text : texts) {
      String hash = SweepDefinitions.read(text).hash();
      Tree tree = Tree.of(SourceText.read(text, new Faults()));
      for (int i = 0; i < 20; i++) {
        tree.shuffle(random);
        for (String same : List.of(tree.json(), tree.yaml(0, random))) {
          assertThat(SweepDefinitions.read(same).hash()).as(same).isEqualTo(hash);
        }
      }
    }
  }

  @Test
  void everyValueIsPartOfTheHash() {
    String hash = SweepDefinitions.read(WHOLE).hash();
    for (String other :
        List.of(
            WHOLE.replace("3e-3", "2e-3"),
            WHOLE.replace("log: true", "log: false"),
            WHOLE.replace("0.5, step", "0.4, step"),
            WHOLE.replace("deviation: 0.01", "deviation: 0.02"),
            WHOLE.replace("mean: -4", "mean: -5"),
            WHOLE.replace("high: 0.1}}", "high: 0.2}}"),
            WHOLE.replace("type: lognormal, mean: -4", "type: normal, mean: 0"),
            WHOLE.replace("{batch: [16, 32]}", "{batch: [16]}"),
            WHOLE.replace("ordinal", "categorical"),
            WHOLE.replace("batch < 64", "batch <= 64"),
            WHOLE.replace("dropout: 0.1}", "dropout: 0.2}"),
            WHOLE.replace("{variant: moe, schedule", "{variant: wide, schedule"),
            WHOLE.replace("experts: 16", "experts: 12"),
            WHOLE.replace("seed: 7", "seed: 8"),
            WHOLE.replace("trials: 10", "trials: 11"))) {
      assertThat(other).isNotEqualTo(WHOLE);
      assertThat(SweepDefinitions.read(other).hash()).as(other).isNotEqualTo(hash);
    }
  }

  @Test
  void theCanonicalFormIsAJsonDefinitionWithTheSameHash() {
    for (String text : List.of(Sweep.BASE, HostileTextTest.FULL, WHOLE)) {
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
