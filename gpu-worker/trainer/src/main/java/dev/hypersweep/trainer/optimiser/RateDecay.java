package dev.hypersweep.trainer.optimiser;

/** How a learning rate falls after its warm-up, as a share of the peak. */
public sealed interface RateDecay {

  /**
   * The share at a place after the warm-up.
   *
   * @param position steps from the beginning of the run
   * @param warmup steps of the warm-up, at most {@code position}
   * @param total where the fall ends
   */
  double at(double position, double warmup, double total);

  /** Share of the fall that is behind a position, at most 1. */
  private static double progress(double position, double warmup, double total) {
    return Math.min(1, (position - warmup) / Math.max(1, total - warmup));
  }

  /** It does not fall. */
  record Constant() implements RateDecay {
    @Override
    public double at(double position, double warmup, double total) {
      return 1;
    }
  }

  /** In a straight line to zero. */
  record Linear() implements RateDecay {
    @Override
    public double at(double position, double warmup, double total) {
      return 1 - progress(position, warmup, total);
    }
  }

  /** Along half a cosine to zero (Loshchilov and Hutter 2017); past the end it rises again. */
  record Cosine() implements RateDecay {
    @Override
    public double at(double position, double warmup, double total) {
      double progress = (position - warmup) / Math.max(1, total - warmup);
      return 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
    }
  }

  /** Half a cosine {@code cycles} times, from the peak each time; zero at the end. */
  record CosineRestarts(int cycles) implements RateDecay {
    @Override
    public double at(double position, double warmup, double total) {
      double progress = progress(position, warmup, total);
      return progress >= 1
          ? 0
          : 0.5 * (1 + StrictMath.cos(StrictMath.PI * (cycles * progress % 1)));
    }
  }

  /** floor + (1 - floor) (1 - progress)^power. */
  record Polynomial(double power, double floor) implements RateDecay {
    @Override
    public double at(double position, double warmup, double total) {
      double left = 1 - progress(position, warmup, total);
      return floor + (1 - floor) * StrictMath.pow(left, power);
    }
  }

  /** sqrt(t / (position - warmup + t)), where t is the warm-up, or 10,000 without one. */
  record InverseSquareRoot() implements RateDecay {
    private static final double WITHOUT_WARMUP = 10_000;

    @Override
    public double at(double position, double warmup, double total) {
      double scale = warmup > 0 ? warmup : WITHOUT_WARMUP;
      return 1 / Math.sqrt((position - warmup + scale) / scale);
    }
  }
}
