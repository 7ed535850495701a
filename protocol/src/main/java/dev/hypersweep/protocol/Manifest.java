package dev.hypersweep.protocol;

/**
 * All that is needed to execute a run again.
 *
 * @param format version of this record, 1
 * @param specification with the dataset's content hash filled in
 * @param dataset what was read
 * @param environment where it ran
 * @param comparability what the result may be ranked with
 */
public record Manifest(
    int format,
    RunSpecification specification,
    DatasetInfo dataset,
    Environment environment,
    Comparability comparability) {

  /** SHA-256 of the canonical text: a manifest that was altered no longer has it. */
  public String seal() {
    return CanonicalJson.hash(this);
  }
}
