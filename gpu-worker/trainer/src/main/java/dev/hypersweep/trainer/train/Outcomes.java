package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.predict.PredictionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps what the evaluation found that a run's result reports: the predictions as a file, announced
 * at once, and the metrics with their intervals. A later one takes the place of an earlier one.
 */
final class Outcomes {

  /** What the announced file is. */
  static final String PREDICTIONS = "predictions";

  private final Path folder;
  private final Progress progress;
  private int kept;

  Outcomes(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * @param test predictions for the split without labels
   * @return the metrics with their intervals
   * @throws DiskFull if the disk does not take the file; no part of it appears under its name
   */
  SortedMap<String, Double> keep(Evaluated found, List<Prediction> test) {
    List<Prediction> all = new ArrayList<>(found.predictions());
    all.addAll(test);
    if (!all.isEmpty()) {
      Path path = folder.resolve(PREDICTIONS + "-" + ++kept + ".parquet");
      try {
        Files.createDirectories(folder);
        PredictionFile.write(path, all);
      } catch (IOException e) {
        throw new DiskFull(folder, e);
      }
      progress.artifact(PREDICTIONS, path);
    }
    SortedMap<String, Double> metrics = new TreeMap<>(found.metrics());
    metrics.putAll(Intervals.of(found.measures()));
    return Collections.unmodifiableSortedMap(metrics);
  }
}
