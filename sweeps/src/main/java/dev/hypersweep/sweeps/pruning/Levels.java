package dev.hypersweep.sweeps.pruning;

final class Levels {

  private Levels() {}

  static void check(double level) {
    if (!(level > 0 && level < 0.5)) {
      throw new IllegalArgumentException("level lies between 0 and 0.5: " + level);
    }
  }
}
