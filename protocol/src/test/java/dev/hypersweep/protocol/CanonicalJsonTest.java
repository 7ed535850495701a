package dev.hypersweep.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void theOrderInWhichKeysWereTypedDoesNotMatter() {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("steps", 400L);
    typed.put("nested", new LinkedHashMap<>(Map.of("b", 1, "a", List.of(2, 1))));
    typed.put("left_out", null);
    assertThat(CanonicalJson.of(typed))
        .isEqualTo("{\"nested\":{\"a\":[2,1],\"b\":1},\"steps\":400}");
  }

  @Test
  void aNumberThatJsonCannotSayIsRefused() {
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("loss", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aManifestLosesItsSealWithItsLearningRate() {
    Manifest manifest = manifest(0.003);
    assertThat(manifest.seal())
        .isEqualTo(manifest(0.003).seal())
        .isNotEqualTo(manifest(0.0031).seal());
  }

  @Test
  void hashesAreThoseOfFips180() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static Manifest manifest(double learningRate) {
    RunSpecification specification =
        new RunSpecification(
            "wordnet/verb-supersense",
            "ab",
            "dense",
            new TreeMap<>(Map.of("learning_rate", learningRate)),
            7,
            new Resources("cpu", 1, 0));
    return new Manifest(1, specification, null, null, null);
  }
}
