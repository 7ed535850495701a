package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.tensor.Seeds;
import java.util.Arrays;
import java.util.Random;

/**
 * Which examples each step trains on: epochs, each a permutation that is a pure function of (seed,
 * epoch), laid end to end and cut into batches. A batch may end one epoch and begin the next.
 */
public final class ExampleOrder {

  private static final long PURPOSE = 0x6F72646572L; // "order": apart from the steps' own seeds

  private final long seed;
  private final int examples;
  private long epoch = -1;
  private int[] permutation;

  public ExampleOrder(long seed, int examples) {
    this.seed = Seeds.mix(seed, PURPOSE);
    this.examples = examples;
  }

  /** Numbers of the examples of a step, from 1. */
  public int[] batch(long step, int size) {
    int[] batch = new int[size];
    long first = (step - 1) * size;
    for (int i = 0; i < size; i++) {
      long position = first + i;
      batch[i] = permutation(position / examples)[(int) (position % examples)];
    }
    return batch;
  }

  /** The examples of an epoch, from 0, in its order. */
  int[] epoch(long number) {
    return permutation(number).clone();
  }

  private int[] permutation(long wanted) {
    if (wanted != epoch) {
      permutation = shuffled(wanted);
      epoch = wanted;
    }
    return permutation;
  }

  /** Fisher and Yates, from the last place down. */
  private int[] shuffled(long epoch) {
    Random random = new Random(Seeds.mix(seed, epoch));
    int[] order = new int[examples];
    Arrays.setAll(order, i -> i);
    for (int i = examples - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }
}
