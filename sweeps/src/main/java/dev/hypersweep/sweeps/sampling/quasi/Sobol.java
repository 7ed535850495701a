package dev.hypersweep.sweeps.sampling.quasi;

import dev.hypersweep.sweeps.sampling.Draws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Sobol sequence (Sobol 1967) with direction numbers of Joe and Kuo (2008) and Owen's
 * scrambling by hashes (Burley 2020). Every point is computed from its index alone.
 */
public final class Sobol {

  /** Greatest number of dimensions. */
  public static final int MOST_DIMENSIONS = 64;

  private static final int BITS = 32;
  private static final int[][] DIRECTIONS = directions();

  private final int dimensions;
  private final int[] seeds;

  /**
   * A scrambled sequence.
   *
   * @param dimensions at most {@link #MOST_DIMENSIONS}
   * @param draws give the scrambling
   * @throws IllegalArgumentException if there are more dimensions than direction numbers
   */
  public Sobol(int dimensions, Draws draws) {
    if (dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "the Sobol sequence is there for at most "
              + MOST_DIMENSIONS
              + " parameters, not "
              + dimensions
              + ": use lhs or random");
    }
    this.dimensions = dimensions;
    this.seeds = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      seeds[i] = (int) draws.bits();
    }
  }

  /**
   * A point.
   *
   * @param index from 0, below 2^31
   * @return [dimensions], each 0 excluded to 1 excluded
   */
  public double[] point(int index) {
    double[] point = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      int bits = 0;
      for (int k = 0; index >>> k != 0; k++) {
        if ((index >>> k & 1) != 0) {
          bits ^= DIRECTIONS[i][k];
        }
      }
      long scrambled = Integer.toUnsignedLong(scrambled(bits, seeds[i]));
      point[i] = (scrambled + 0.5) * 0x1.0p-32;
    }
    return point;
  }

  /** Owen's nested uniform scrambling: each bit is flipped by a hash of the bits above it. */
  private static int scrambled(int bits, int seed) {
    int x = Integer.reverse(bits);
    x ^= x * 0x3d20adea;
    x += seed;
    x *= (seed >>> 16) | 1;
    x ^= x * 0x05526c56;
    x ^= x * 0x53a22864;
    return Integer.reverse(x);
  }

  private static int[][] directions() {
    int[][] directions = new int[MOST_DIMENSIONS][];
    directions[0] = new int[BITS];
    for (int k = 0; k < BITS; k++) {
      directions[0][k] = 1 << (BITS - 1 - k);
    }
    for (String line : table()) {
      String[] words = line.split(" ");
      directions[Integer.parseInt(words[0]) - 1] = directions(words);
    }
    return directions;
  }

  /** The recurrence over the primitive polynomial of a dimension. */
  private static int[] directions(String[] words) {
    int degree = Integer.parseInt(words[1]);
    int coefficients = Integer.parseInt(words[2]);
    int[] v = new int[BITS];
    for (int k = 0; k < BITS; k++) {
      if (k < degree) {
        v[k] = Integer.parseInt(words[3 + k]) << (BITS - 1 - k);
        continue;
      }
      v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
      for (int i = 1; i < degree; i++) {
        if ((coefficients >>> (degree - 1 - i) & 1) != 0) {
          v[k] ^= v[k - i];
        }
      }
    }
    return v;
  }

  private static List<String> table() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Sobol.class.getResourceAsStream("joe-kuo-64.txt"), StandardCharsets.US_ASCII))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
