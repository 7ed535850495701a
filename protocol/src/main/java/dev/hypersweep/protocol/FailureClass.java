package dev.hypersweep.protocol;

/** Why an attempt ended without a result; decides what is tried again. */
public enum FailureClass {
  /** Told to make room; goes on elsewhere from its checkpoint. */
  PREEMPTED,
  /** The process or the machine died, or the lease expired. */
  NODE_LOST,
  /** Memory of the host or the device ran out. */
  OOM,
  /** Loss or gradient is not a number any more. */
  NAN,
  /** Took longer than it may. */
  TIMEOUT,
  /** A dataset is missing, incomplete or not the one that was asked for. */
  BAD_DATA,
  /** An error in the program or in what it was told to do. */
  CODE
}
