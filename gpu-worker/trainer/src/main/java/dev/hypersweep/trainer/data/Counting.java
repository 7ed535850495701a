package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts and hashes what was read. */
final class Counting {

  private Counting() {}

  static DatasetInfo info(Dataset dataset, Split train, List<Split> evaluations) {
    String scored = evaluations.stream().map(Split::name).collect(Collectors.joining("+"));
    List<Example> headline = evaluations.isEmpty() ? List.of() : evaluations.get(0).examples();
    return new DatasetInfo(
        dataset.name(),
        contentHash(train, evaluations),
        (train.examples().isEmpty() ? "-" : train.name()) + "/" + scored,
        train.examples().size(),
        headline.size(),
        dataset.classes(),
        majority(dataset.classes(), headline),
        dataset.kind().kindName(),
        dataset.metric().metricName());
  }

  private static Double majority(int classes, List<Example> examples) {
    if (classes == 0 || examples.isEmpty()) {
      return null;
    }
    long[] counts = new long[classes];
    examples.forEach(example -> counts[((Example.Labelled) example).label()]++);
    return (double) Arrays.stream(counts).max().orElse(0) / examples.size();
  }

  /** SHA-256 over each example, in order, training split first. */
  private static String contentHash(Split train, List<Split> evaluations) {
    MessageDigest digest = Sha256.digest();
    Stream.concat(Stream.of(train), evaluations.stream())
        .forEach(
            split -> {
              for (Example example : split.examples()) {
                digest.update((line(example) + "\n").getBytes(StandardCharsets.UTF_8));
              }
              digest.update((byte) 0);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String line(Example example) {
    if (example instanceof Example.Labelled one) {
      return one.label() + "\t" + pair(one.text(), one.pair());
    }
    if (example instanceof Example.Scored one) {
      return one.score() + "\t" + pair(one.text(), one.pair());
    }
    if (example instanceof Example.Choice one) {
      List<Integer> answers = one.answers().stream().sorted().toList();
      return answers + "\t" + one.context() + "\t" + String.join("\t", one.options());
    }
    if (example instanceof Example.Question one) {
      return one.answers() + "\t" + one.question() + "\t" + one.context();
    }
    if (example instanceof Example.Transduction one) {
      return String.join("\t", one.references()) + "\t" + one.source();
    }
    return ((Example.Document) example).text();
  }

  private static String pair(String text, String pair) {
    return pair == null ? text : text + "\t" + pair;
  }
}
