package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The tokens of a split, a row for each text that is read at once, behind one another in one
 * buffer: of Java's, or a file's that is mapped. An example has one row, or one for each option or
 * window.
 */
public final class TokenTable {

  private final IntBuffer tokens;
  private final ByteBuffer segments;
  private final int[] offsets;
  private final int[] examples;
  private final int[] firstRows;
  private final IntBuffer starts;
  private final IntBuffer ends;
  private final Truncated truncated;

  /**
   * @param tensors {@code tokens} [n] int32, {@code segments} [n] uint8, {@code offsets} [rows + 1]
   *     int32, {@code examples} [rows] int32, rising from 0 without gaps; for windows {@code
   *     starts} and {@code ends} [n] int32, see {@link #start}
   */
  TokenTable(Map<String, StoredTensor> tensors, Truncated truncated) {
    this.tokens = ints(tensors, "tokens");
    this.segments = tensors.get("segments").bytes();
    this.offsets = array(ints(tensors, "offsets"));
    this.examples = array(ints(tensors, "examples"));
    this.starts = tensors.containsKey("starts") ? ints(tensors, "starts") : null;
    this.ends = tensors.containsKey("ends") ? ints(tensors, "ends") : null;
    this.truncated = truncated;
    int count = examples.length == 0 ? 0 : examples[examples.length - 1] + 1;
    firstRows = new int[count + 1];
    firstRows[count] = examples.length;
    for (int row = examples.length - 1; row >= 0; row--) {
      firstRows[examples[row]] = row;
    }
  }

  private static IntBuffer ints(Map<String, StoredTensor> tensors, String name) {
    return tensors.get(name).bytes().asIntBuffer();
  }

  private static int[] array(IntBuffer buffer) {
    int[] array = new int[buffer.remaining()];
    buffer.get(0, array);
    return array;
  }

  /** How many texts. */
  public int rows() {
    return examples.length;
  }

  /** The example that a row belongs to. */
  public int example(int row) {
    return examples[row];
  }

  /** The first row of an example, or of the one after the last. */
  public int firstRow(int example) {
    return firstRows[example];
  }

  /** Tokens of a row. */
  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /** The tokens of a row. */
  public int[] tokens(int row) {
    int[] own = new int[length(row)];
    tokens.get(offsets[row], own);
    return own;
  }

  /** Which text of a pair each belongs to. */
  public int[] segments(int row) {
    int[] own = new int[length(row)];
    for (int i = 0; i < own.length; i++) {
      own[i] = segments.get(offsets[row] + i);
    }
    return own;
  }

  /**
   * Where a token of a window begins in the context, in UTF-16 units; -1 for tokens of the question
   * and special ones.
   */
  public int start(int row, int place) {
    return starts.get(offsets[row] + place);
  }

  /** Where it ends. */
  public int end(int row, int place) {
    return ends.get(offsets[row] + place);
  }

  /** What was cut off. */
  public Truncated truncated() {
    return truncated;
  }

  /** Every row, made when it is asked for. */
  public <E> List<E> rows(IntFunction<E> row) {
    return new LazyList<>(rows(), row);
  }

  /** Every example, made when it is asked for. */
  public <E> List<E> examples(IntFunction<E> example) {
    return new LazyList<>(firstRows.length - 1, example);
  }
}
