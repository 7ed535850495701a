package dev.hypersweep.protocol;

import java.util.SortedMap;

/**
 * What the numbers of a run depend on beside its specification.
 *
 * @param trainerDigest SHA-256 over the trainer's jars
 * @param deviceClass CPU: vendor, instruction set, PyTorch build; GPU: model, CUDA, PyTorch build
 * @param threads intra-op threads
 * @param determinism tier that the device gives: {@code bit-identical} (CPU, same class and
 *     threads) or {@code statistical}
 * @param libraries name to version: java, djl, pytorch, ...
 * @param flags settings of the numeric libraries that were in force, for example MKL_CBWR
 */
public record Environment(
    String trainerDigest,
    String deviceClass,
    int threads,
    String determinism,
    SortedMap<String, String> libraries,
    SortedMap<String, String> flags) {

  /** What must be equal for two runs of one specification to be the same run. */
  public String fingerprint() {
    return Sha256.hex(trainerDigest + "\n" + deviceClass + "\n" + threads);
  }
}
