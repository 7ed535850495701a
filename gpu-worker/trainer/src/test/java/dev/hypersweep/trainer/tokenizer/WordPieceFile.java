package dev.hypersweep.trainer.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tiny BERT tokenizer: letters a to d and digits, alone and within a word. */
final class WordPieceFile {

  private WordPieceFile() {}

  /** Writes it; its truncation and padding sections must have no effect. */
  static Path write(Path folder) throws IOException {
    String[] pieces = {
      "[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "c", "d", "##a", "##b", "##c", "##d", "🙂"
    };
    StringBuilder vocabulary = new StringBuilder();
    for (int id = 0; id < pieces.length; id++) {
      vocabulary.append(id == 0 ? "" : ",").append('"').append(pieces[id]).append("\":").append(id);
    }
    return Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version": "1.0",
         "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
         "padding": {"strategy": {"Fixed": 9}, "direction": "Right", "pad_to_multiple_of": null,
                     "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]"},
         "added_tokens": [%s],
         "normalizer": null,
         "pre_tokenizer": {"type": "BertPreTokenizer"},
         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
         "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
         "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                   "max_input_chars_per_word": 20, "vocab": {%s}}}
        """
            .formatted(
                added("[PAD]", 0) + "," + added("[CLS]", 2) + "," + added("[SEP]", 3), vocabulary));
  }

  private static String added(String content, int id) {
    return """
        {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
         "normalized": false, "special": true}"""
        .formatted(id, content);
  }
}
