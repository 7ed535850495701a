package dev.hypersweep.orchestrator.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The indexes of files of predictions, each made by one reading of two or three columns. A file
 * never changes under its hash, so an index never gets old; the least used make room for others.
 */
@ApplicationScoped
class PredictionIndexes {

  /** Rows of all indexes that are kept: 3 bytes each. */
  private static final int MOST_ROWS = 10_000_000;

  @Inject PredictionReader reader;

  private final Map<String, PredictionIndex> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long rows;

  /**
   * The index of a file.
   *
   * @param sha256 of its artifact
   */
  PredictionIndex of(String sha256) {
    synchronized (kept) {
      PredictionIndex known = kept.get(sha256);
      if (known != null) {
        return known;
      }
    }
    PredictionIndex made = made(sha256);
    keep(sha256, made);
    return made;
  }

  private void keep(String sha256, PredictionIndex made) {
    synchronized (kept) {
      if (kept.put(sha256, made) == null) {
        rows += made.rows();
      }
      Iterator<PredictionIndex> oldest = kept.values().iterator();
      while (rows > MOST_ROWS && kept.size() > 1) {
        rows -= oldest.next().rows();
        oldest.remove();
      }
    }
  }

  private PredictionIndex made(String sha256) {
    List<String> splits = new ArrayList<>();
    TreeSet<String> scores = new TreeSet<>();
    short[][] split = {new short[1024]};
    byte[][] right = {new byte[1024]};
    int[] count = {0};
    reader.judgements(
        sha256,
        row -> {
          int at = count[0]++;
          if (at == split[0].length) {
            split[0] = Arrays.copyOf(split[0], 2 * at);
            right[0] = Arrays.copyOf(right[0], 2 * at);
          }
          if (!splits.contains(row.split())) {
            splits.add(row.split());
          }
          Boolean judged = row.right();
          split[0][at] = (short) splits.indexOf(row.split());
          right[0][at] = (byte) (judged == null ? -1 : judged ? 1 : 0);
          scores.addAll(row.scores().keySet());
        });
    return new PredictionIndex(
        List.copyOf(splits),
        scores,
        Arrays.copyOf(split[0], count[0]),
        Arrays.copyOf(right[0], count[0]));
  }
}
