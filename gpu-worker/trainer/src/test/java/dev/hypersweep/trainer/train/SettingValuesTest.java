package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingValuesTest {

  @Test
  void theRestIsTheCataloguesStandard() {
    SettingValues values = SettingValues.of("moe", Map.of("steps", 7, "clip", 2));
    assertThat(values.integer("steps")).isEqualTo(7);
    assertThat(values.number("clip")).isEqualTo(2.0);
    assertThat(values.integer("experts")).isEqualTo(8);
    assertThat(values.all()).doesNotContainKey("bottleneck");
  }

  @Test
  void whatCannotBeIsNamedWithItsFix() {
    refused(() -> SettingValues.of("sparse", Map.of()), "variant", "sparse", "hypermoe");
    refused(() -> SettingValues.of("dense", Map.of("experts", 4)), "settings.experts", "no such");
    refused(
        () -> SettingValues.of("moe", Map.of("experts", 1)), "settings.experts", "give 2 to 256");
    refused(() -> SettingValues.of("moe", Map.of("steps", 1.5)), "settings.steps", "whole number");
    refused(
        () -> SettingValues.of("moe", Map.of("learning_rate", Double.NaN)),
        "settings.learning_rate",
        "NaN");
    refused(
        () -> SettingValues.of("moe", Map.of("schedule", "step")), "settings.schedule", "cosine");
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    refused(() -> check("dense", Map.of("heads", 3)), "settings.heads: 3", "hidden 64", "divisor");
    refused(
        () -> check("dense", Map.of("micro_batch", 64)), "settings.micro_batch: 64", "batch 32");
    refused(() -> check("moe", Map.of("top_k", 9)), "settings.top_k: 9", "experts 8");
    refused(
        () -> check("moe", Map.of("top_k", 2, "gate", "switch")), "settings.top_k: 2", "1 expert");
    refused(() -> check("moe", Map.of("layers", 1)), "settings.sparse_every: 2", "layers 1");
  }

  private static void check(String variant, Map<String, Object> settings) {
    Configurations.check(variant, SettingValues.of(variant, settings));
  }

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call).isInstanceOf(InvalidSetting.class).hasMessageContainingAll(words);
  }
}
