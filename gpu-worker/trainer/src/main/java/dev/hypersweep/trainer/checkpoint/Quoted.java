package dev.hypersweep.trainer.checkpoint;

/** Texts out of files that nobody vouches for, made fit for a message. */
final class Quoted {

  private static final int LONGEST = 120;

  private Quoted() {}

  /** The text without control characters, cut where it gets long. */
  static String text(String found) {
    String start = found.substring(0, Math.min(LONGEST, found.length()));
    return start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?") + (found.length() > LONGEST ? ".." : "");
  }
}
