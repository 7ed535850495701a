package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;

/** The tokens of a checkpoint: its own {@code tokenizer.json}. */
final class StoredTokens {

  private static final String NAME = "tokenizer-json-1";
  private static final int GPT2_END = 50256;
  private static final int T5_END = 1;

  private StoredTokens() {}

  /** Of a decoder: texts begin with its first token, or with its end where it has none. */
  static WritingTokens ofDecoder(PretrainedModel pretrained) {
    ModelConfig config = pretrained.config();
    int end = config.whole("eos_token_id", GPT2_END);
    return checked(
        pretrained,
        new WritingTokens(
            pretrained.tokenizer(),
            NAME,
            config.whole("bos_token_id", end),
            end,
            config.whole("pad_token_id", end)));
  }

  /** Of an encoder-decoder. */
  static WritingTokens ofEncoderDecoder(PretrainedModel pretrained) {
    ModelConfig config = pretrained.config();
    int pad = config.whole("pad_token_id", 0);
    return checked(
        pretrained,
        new WritingTokens(
            pretrained.tokenizer(),
            NAME,
            config.whole("decoder_start_token_id", pad),
            config.whole("eos_token_id", T5_END),
            pad));
  }

  private static WritingTokens checked(PretrainedModel pretrained, WritingTokens tokens) {
    int rows = pretrained.config().size("vocab_size", Integer.MAX_VALUE);
    if (tokens.rows() > rows) {
      throw new PretrainedUnusable(
          "pretrained: the tokenizer knows "
              + tokens.rows()
              + " tokens, the model has vectors for "
              + rows
              + "; bring the tokenizer.json that belongs to it");
    }
    return tokens;
  }
}
