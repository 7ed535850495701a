package dev.hypersweep.orchestrator.audit;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The digests of steps 1, 2, 3, ... of a run up to the first gap, 32 bytes each. Since each digest
 * contains the one before it, the first difference is where two executions parted.
 */
final class StepChain {

  private static final int SIZE = 32;

  private final byte[] digests;

  private StepChain(byte[] digests) {
    this.digests = digests;
  }

  /** Puts stretches together, each added in the order of its first step. */
  static final class Builder {

    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();

    /**
     * Adds a stretch of one attempt, as far as it continues what is there.
     *
     * @param firstStep step of its first digest
     * @param stretch digests of consecutive steps
     * @param after only later steps count
     * @param until only steps up to this one count
     */
    void add(long firstStep, byte[] stretch, long after, long until) {
      long next = digests.size() / SIZE + 1L;
      if (firstStep > next || next <= after) {
        return;
      }
      long from = (next - firstStep) * SIZE;
      long counted = Math.min(stretch.length / SIZE, until - firstStep + 1);
      long to = counted * SIZE;
      if (from < to) {
        digests.write(stretch, (int) from, (int) (to - from));
      }
    }

    StepChain build() {
      return new StepChain(digests.toByteArray());
    }
  }

  /** Steps without a gap from the first. */
  long length() {
    return digests.length / SIZE;
  }

  /** Its first steps. */
  StepChain first(long steps) {
    return steps >= length() ? this : new StepChain(Arrays.copyOf(digests, (int) (steps * SIZE)));
  }

  /** The first step whose digests differ, or that only one side has; empty if there is none. */
  OptionalLong firstDifference(StepChain other) {
    int mismatch = Arrays.mismatch(digests, other.digests);
    return mismatch < 0 ? OptionalLong.empty() : OptionalLong.of(mismatch / SIZE + 1L);
  }
}
