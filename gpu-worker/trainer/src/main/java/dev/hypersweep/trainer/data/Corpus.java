package dev.hypersweep.trainer.data;

import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A dataset in memory: both splits, and what they are called and counted as. */
public record Corpus(DatasetInfo info, List<Example> train, List<Example> evaluation) {

  /** Counts and hashes what was read. */
  static Corpus of(
      String name, String split, int classes, List<Example> train, List<Example> evaluation) {
    long[] counts = new long[classes];
    evaluation.forEach(example -> counts[example.label()]++);
    long most = Arrays.stream(counts).max().orElse(0);
    DatasetInfo info =
        new DatasetInfo(
            name,
            contentHash(train, evaluation),
            split,
            train.size(),
            evaluation.size(),
            classes,
            (double) most / evaluation.size());
    return new Corpus(info, List.copyOf(train), List.copyOf(evaluation));
  }

  /** SHA-256 over label, text and pair of each example, in order, training split first. */
  private static String contentHash(List<Example> train, List<Example> evaluation) {
    MessageDigest digest = Sha256.digest();
    for (List<Example> split : List.of(train, evaluation)) {
      for (Example example : split) {
        String pair = example.pair() == null ? "" : "\t" + example.pair();
        String line = example.label() + "\t" + example.text() + pair + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
