package dev.hypersweep.trainer.train.writing;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.catalogue.BackboneKind;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.SettingValues;

/**
 * A network that writes, with the values that training begins with.
 *
 * @param tokens whose tokenizer stays open as long as the process
 */
record Started(WritingNetwork network, Weights weights, WritingTokens tokens) {

  private static final String NONE = "none";

  /**
   * The network that the settings name.
   *
   * @param texts of the training split, to learn tokens from
   * @param hash of all that decides over the texts
   * @param positions most tokens that a decoder sees at once
   */
  static Started of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      Iterable<String> texts,
      String hash,
      int positions) {
    String pretrained = settings.choice("pretrained");
    if (pretrained.equals(NONE)) {
      return begun(
          session, specification, settings, LearnedTokens.of(settings, texts, hash), positions);
    }
    try {
      // Not closed: what is written is decoded by its tokenizer until the run ends.
      return stored(session, specification, settings, PretrainedModel.open(pretrained), positions);
    } catch (MalformedCheckpoint e) {
      throw new PretrainedUnusable("pretrained: " + e.getMessage(), e);
    }
  }

  private static Started begun(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      WritingTokens tokens,
      int positions) {
    String variant = specification.variant();
    Dimensions data = Dimensions.of(tokens, positions);
    WritingNetwork network =
        switch (kind(settings)) {
          case GPT2 -> Gpt2Networks.begun(variant, settings, data);
          case DEEPSEEK -> DeepSeekNetworks.begun(variant, settings, data);
          case T5, SWITCH -> T5Networks.begun(variant, settings, data);
          default -> throw new IllegalStateException(kind(settings) + " does not write");
        };
    Weights weights =
        new Weights(session, network.parameters(), specification.seed(), DataType.FLOAT32);
    return new Started(network, weights, tokens);
  }

  private static Started stored(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      PretrainedModel pretrained,
      int positions) {
    String variant = specification.variant();
    BackboneKind kind = kind(settings);
    StoredNetwork stored =
        switch (kind) {
          case GPT2 -> Gpt2Networks.stored(variant, settings, pretrained, positions);
          case DEEPSEEK -> DeepSeekNetworks.stored(variant, settings, pretrained);
          case T5 -> T5Networks.stored(variant, settings, pretrained);
          case SWITCH -> SwitchNetworks.stored(variant, settings, pretrained);
          default -> throw new IllegalStateException(kind + " does not write");
        };
    WritingTokens tokens =
        kind.hasEncoder()
            ? StoredTokens.ofEncoderDecoder(pretrained)
            : StoredTokens.ofDecoder(pretrained);
    return new Started(stored.network(), stored.weights(session, specification.seed()), tokens);
  }

  /** Hash of all that decides over the texts of a corpus: its content, and what its card makes. */
  static String hash(Corpus corpus) {
    return corpus.info().contentHash() + " " + corpus.dataset().cardHash();
  }

  private static BackboneKind kind(SettingValues settings) {
    return BackboneKind.named(settings.choice("backbone")).orElseThrow();
  }
}
