package dev.hypersweep.catalogue;

import static dev.hypersweep.catalogue.Setting.choice;
import static dev.hypersweep.catalogue.Setting.choiceOrText;
import static dev.hypersweep.catalogue.Variants.EVERY;

import java.util.List;

/** The settings that say which network a variant is built into, and what it begins with. */
final class BackboneSettings {

  /** A folder, and the hash of its content: without it a swapped file would go unnoticed. */
  private static final String PINNED_FOLDER = "[^@]+@[0-9a-f]{64}";

  static final List<Setting> ALL =
      List.of(
          choice(
              "backbone",
              BackboneKind.words(),
              EVERY,
              "the network: a pre-LN encoder over the words of the training split, BERT's, the"
                  + " decoders of GPT-2 and DeepSeekMoE, or the encoder-decoders of T5 and Switch"),
          choiceOrText(
              "pretrained",
              List.of("none", "minilm"),
              PINNED_FOLDER,
              EVERY,
              "random weights, all-MiniLM-L6-v2 for bert, or a Hugging Face folder for any backbone but"
                  + " scratch, written FOLDER@HASH with the SHA-256 of its content; then sizes and"
                  + " tokenizer are the checkpoint's"),
          choice(
              "pooling",
              List.of("pooler", "mean"),
              EVERY,
              "bert: what is classified, the pooler on the first token or the mean of all tokens"),
          choice(
              "tokenizer",
              List.of("bpe", "bytes"),
              EVERY,
              "gpt2, deepseek, t5, switch from random weights: byte-pair encoding learnt from the"
                  + " training split, or a token for each byte"));

  private BackboneSettings() {}
}
