package dev.hypersweep.trainer.model.switchtransformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchTransformerTest {

  /** The decoder's stack counts its own blocks: 2 in the encoder, 3 in the decoder. */
  @Test
  void eachStackHasOneHypernetworkAndAsManyLayerEmbeddingsAsBlocks() {
    Parameters parameters = new Parameters();
    new SwitchTransformer(parameters, TinySwitch.hyper(64));
    assertThat(shapeOf(parameters, "encoder.param_gen.layer_embed.weight")).containsExactly(2, 2);
    assertThat(shapeOf(parameters, "decoder.param_gen.layer_embed.weight")).containsExactly(3, 2);
    assertThat(names(parameters)).filteredOn(name -> name.endsWith("linear1.weight")).hasSize(2);
  }

  @Test
  void sparseBlocksAreThoseAfterAStepAndWithStepOneAllButForTheAuthors() {
    String everyBlock = ", \"encoder_sparse_step\": 1, \"decoder_sparse_step\": 1";
    assertThat(sparseBlocks("")).containsExactly("encoder.block.1", "decoder.block.1");
    assertThat(sparseBlocks(everyBlock)).hasSize(5);
    assertThat(sparseBlocks(everyBlock + ", \"use_hypernet\": true")).isEmpty();
    assertThat(sparseBlocks(", \"encoder_sparse_step\": 0, \"decoder_sparse_step\": 2"))
        .containsExactly("decoder.block.1");
  }

  @Test
  void leftoversOfTheAuthorsAreIgnoredByNameAndNothingElseIs() {
    SwitchTransformer hyper = new SwitchTransformer(new Parameters(), TinySwitch.hyper(64));
    SwitchTransformer plain = new SwitchTransformer(new Parameters(), TinySwitch.plain(64));
    String mlp = "decoder.block.1.layer.2.mlp.";
    for (SwitchTransformer model : List.of(hyper, plain)) {
      assertThat(model.ignores(mlp + "adapter_layer.weight_down_manual")).isTrue();
      assertThat(model.ignores(mlp + "mean")).isTrue();
      assertThat(model.ignores("encoder.embed_tokens.weight")).isTrue();
      assertThat(model.ignores(mlp + "adapter.weight")).isFalse();
      assertThat(model.ignores(mlp + "router.bias")).isFalse();
    }
    assertThat(hyper.ignores(mlp + "n_experts_embedding.weight")).isFalse();
    assertThat(plain.ignores(mlp + "n_experts_embedding.weight")).isTrue();
    assertThat(plain.ignores("encoder.param_gen.decoder.linear1.weight")).isTrue();
  }

  @Test
  void modesOfTheAuthorsThatAreNotBuiltAreRefused() {
    for (String mode : new String[] {"use_fast_mode", "use_manual_mode", "use_top1_embedding"}) {
      assertThatThrownBy(() -> TinySwitch.of(", \"use_hypernet\": true, \"" + mode + "\": true"))
          .hasMessageContaining(mode + " is true");
    }
  }

  private static List<String> sparseBlocks(String more) {
    Parameters parameters = new Parameters();
    new SwitchTransformer(parameters, TinySwitch.of(more));
    return names(parameters).stream()
        .filter(name -> name.endsWith(".router.classifier.weight"))
        .map(name -> name.substring(0, name.indexOf(".layer.")))
        .toList();
  }

  private static List<String> names(Parameters parameters) {
    return parameters.all().stream().map(Parameter::name).toList();
  }

  private static long[] shapeOf(Parameters parameters, String name) {
    return parameters.all().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .shape()
        .getShape();
  }
}
