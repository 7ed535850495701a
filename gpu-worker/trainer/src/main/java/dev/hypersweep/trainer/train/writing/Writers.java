package dev.hypersweep.trainer.train.writing;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.catalogue.BackboneKind;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.SettingValues;

/**
 * A network that writes, with the values that training begins with.
 *
 * @param tokens whose tokenizer stays open as long as the run
 */
record Writers(WritingNetwork network, Weights weights, WritingTokens tokens) {

  /**
   * A network that begins at random.
   *
   * @param positions most tokens that a decoder sees at once
   */
  static Writers begun(
      Session session,
      String variant,
      long seed,
      SettingValues settings,
      WritingTokens tokens,
      int positions) {
    Dimensions data = Dimensions.of(tokens, positions);
    WritingNetwork network =
        switch (kind(settings)) {
          case GPT2 -> Gpt2Networks.begun(variant, settings, data);
          case DEEPSEEK -> DeepSeekNetworks.begun(variant, settings, data);
          case T5, SWITCH -> T5Networks.begun(variant, settings, data);
          default -> throw new IllegalStateException(kind(settings) + " does not write");
        };
    return new Writers(
        network, new Weights(session, network.parameters(), seed, DataType.FLOAT32), tokens);
  }

  /** A network with the values of a checkpoint. */
  static Writers stored(
      Session session,
      String variant,
      long seed,
      SettingValues settings,
      WritingTokens tokens,
      int positions,
      PretrainedModel pretrained) {
    StoredNetwork stored =
        switch (kind(settings)) {
          case GPT2 -> Gpt2Networks.stored(variant, settings, pretrained, positions);
          case DEEPSEEK -> DeepSeekNetworks.stored(variant, settings, pretrained);
          case T5 -> T5Networks.stored(variant, settings, pretrained);
          case SWITCH -> SwitchNetworks.stored(variant, settings, pretrained);
          default -> throw new IllegalStateException(kind(settings) + " does not write");
        };
    return new Writers(stored.network(), stored.weights(session, seed), tokens);
  }

  private static BackboneKind kind(SettingValues settings) {
    return BackboneKind.named(settings.choice("backbone")).orElseThrow();
  }
}
