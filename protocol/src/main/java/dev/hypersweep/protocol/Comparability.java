package dev.hypersweep.protocol;

/**
 * What two results on a dataset must share to be ranked together. Variant settings, seed and device
 * are left out on purpose: they are what people compare.
 */
public record Comparability(
    String dataset,
    String datasetHash,
    String split,
    String metric,
    int metricVersion,
    int evaluationBatch,
    String dtype,
    String preprocessing,
    String trainerDigest) {

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
