package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Batches of examples of like length, so that short ones do not wait for long ones. An epoch is a
 * pure function of (seed, epoch): its permutation is cut into pools of 64 batches, each pool sorted
 * by length and cut into batches, and the batches of the epoch are shuffled. Every epoch has every
 * example once; one of its batches may be smaller than the others.
 */
final class BucketedOrder implements BatchOrder {

  private static final int POOL = 64;
  private static final long BATCHES = 0x62617463686573L; // "batches": apart from the permutation

  private final ExampleOrder examples;
  private final int count;
  private final IntUnaryOperator length;
  private final int size;
  private final long seed;
  private long epoch = -1;
  private List<int[]> batches;

  /**
   * @param count of examples
   * @param length of an example, from 0
   * @param size most examples of a batch
   */
  BucketedOrder(long seed, int count, IntUnaryOperator length, int size) {
    this.examples = new ExampleOrder(seed, count);
    this.seed = Seeds.mix(seed, BATCHES);
    this.count = count;
    this.length = length;
    this.size = size;
  }

  /** How many batches an epoch has. */
  static int batches(int count, int size) {
    return (count + size - 1) / size;
  }

  @Override
  public int[] batch(long step) {
    int perEpoch = batches(count, size);
    long wanted = (step - 1) / perEpoch;
    if (wanted != epoch) {
      batches = shuffled(wanted);
      epoch = wanted;
    }
    return batches.get((int) ((step - 1) % perEpoch));
  }

  private List<int[]> shuffled(long epoch) {
    int[] order = examples.epoch(epoch);
    List<int[]> all = new ArrayList<>();
    for (int from = 0; from < count; from += POOL * size) {
      int[] pool = sorted(Arrays.copyOfRange(order, from, Math.min(from + POOL * size, count)));
      for (int at = 0; at < pool.length; at += size) {
        all.add(Arrays.copyOfRange(pool, at, Math.min(at + size, pool.length)));
      }
    }
    Collections.shuffle(all, new Random(Seeds.mix(seed, epoch)));
    return all;
  }

  /** By length; equal ones stay in the order of the permutation. */
  private int[] sorted(int[] pool) {
    return Arrays.stream(pool)
        .boxed()
        .sorted(Comparator.comparingInt(length::applyAsInt))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
