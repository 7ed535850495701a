package dev.hypersweep.protocol;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two results on a dataset must share to be ranked together. Variant settings, seed and device
 * are left out on purpose: they are what people compare.
 *
 * @param metric the dataset's headline metric
 * @param metricVersion its version
 * @param scoredMetrics versions by name of all metrics that make the dataset's score
 */
public record Comparability(
    String dataset,
    String datasetHash,
    String split,
    String metric,
    int metricVersion,
    SortedMap<String, Integer> scoredMetrics,
    int evaluationBatch,
    String dtype,
    String preprocessing,
    String trainerDigest) {

  /** Of a dataset that is scored by its headline metric alone. */
  public Comparability(
      String dataset,
      String datasetHash,
      String split,
      String metric,
      int metricVersion,
      int evaluationBatch,
      String dtype,
      String preprocessing,
      String trainerDigest) {
    this(
        dataset,
        datasetHash,
        split,
        metric,
        metricVersion,
        new TreeMap<>(Map.of(metric, metricVersion)),
        evaluationBatch,
        dtype,
        preprocessing,
        trainerDigest);
  }

  /** The comparability class of a result: rows of different classes are never ranked together. */
  public String comparabilityClass() {
    return CanonicalJson.hash(this);
  }

  /**
   * The part that does not depend on the dataset: one leaderboard shows one evaluation protocol.
   */
  public String evaluationProtocol() {
    return Sha256.hex(evaluationBatch + "\n" + dtype + "\n" + preprocessing + "\n" + trainerDigest);
  }
}
