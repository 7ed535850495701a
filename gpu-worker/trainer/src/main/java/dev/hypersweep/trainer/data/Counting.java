package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Counts and hashes what was read. */
final class Counting {

  private Counting() {}

  /** A classification dataset with one evaluation split. */
  static Corpus labelled(
      String name, String split, int classes, List<Example> train, List<Example> evaluation) {
    long[] counts = new long[classes];
    evaluation.forEach(example -> counts[((Example.Labelled) example).label()]++);
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
    return new Corpus(
        Datasets.named(name).orElseThrow(),
        info,
        new Split(split.substring(0, split.indexOf('/')), train),
        List.of(new Split(split.substring(split.indexOf('/') + 1), evaluation)),
        List::of,
        asked -> List.of());
  }

  /** SHA-256 over label, text and pair of each example, in order, training split first. */
  private static String contentHash(List<Example> train, List<Example> evaluation) {
    MessageDigest digest = Sha256.digest();
    for (List<Example> split : List.of(train, evaluation)) {
      for (Example example : split) {
        Example.Labelled labelled = (Example.Labelled) example;
        String pair = labelled.pair() == null ? "" : "\t" + labelled.pair();
        String line = labelled.label() + "\t" + labelled.text() + pair + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
