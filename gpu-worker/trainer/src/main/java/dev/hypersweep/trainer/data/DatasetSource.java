package dev.hypersweep.trainer.data;

/** Reads one dataset. */
@FunctionalInterface
interface DatasetSource {

  /**
   * Reads both splits.
   *
   * @throws DatasetAbsent if it is not on this machine
   * @throws DatasetBroken if a file is malformed or incomplete
   */
  Corpus read();
}
