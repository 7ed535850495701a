package dev.hypersweep.trainer.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A byte-level byte-pair encoding.
 *
 * @param tokens their places are their numbers
 * @param merges in the order in which they apply
 * @param specialTokens those of the tokens that are never cut
 */
public record BytePairVocabulary(
    List<String> tokens, List<Merge> merges, List<String> specialTokens) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Two neighbouring tokens that become one. */
  public record Merge(String left, String right) {}

  public BytePairVocabulary {
    tokens = List.copyOf(tokens);
    merges = List.copyOf(merges);
    specialTokens = List.copyOf(specialTokens);
  }

  /** Writes a {@code tokenizer.json} that Hugging Face tokenizers, and ours, open. */
  public void write(Path path) throws IOException {
    Files.write(path, json());
  }

  /** The content of that file. */
  public byte[] json() throws IOException {
    ObjectNode file = JSON.createObjectNode();
    file.put("version", "1.0").putNull("truncation").putNull("padding");
    var added = file.putArray("added_tokens");
    for (String token : specialTokens) {
      ObjectNode entry = added.addObject();
      entry.put("id", tokens.indexOf(token)).put("content", token);
      entry.put("single_word", false).put("lstrip", false).put("rstrip", false);
      entry.put("normalized", false).put("special", true);
    }
    file.putNull("normalizer");
    byteLevel(file.putObject("pre_tokenizer"), true);
    // Offsets keep the blank before a word: token texts and offsets then agree.
    byteLevel(file.putObject("post_processor"), false);
    byteLevel(file.putObject("decoder"), true);
    model(file.putObject("model"));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
  }

  private static void byteLevel(ObjectNode part, boolean trimOffsets) {
    part.put("type", "ByteLevel").put("add_prefix_space", false);
    part.put("trim_offsets", trimOffsets).put("use_regex", true);
  }

  private void model(ObjectNode model) {
    model.put("type", "BPE").putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode vocabulary = model.putObject("vocab");
    for (int id = 0; id < tokens.size(); id++) {
      vocabulary.put(tokens.get(id), id);
    }
    var list = model.putArray("merges");
    merges.forEach(merge -> list.add(merge.left() + " " + merge.right()));
  }
}
