package dev.hypersweep.trainer.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A tensor as a file holds it.
 *
 * @param name as in the file
 * @param type of its numbers
 * @param shape may be empty: a scalar
 * @param bytes row-major, little-endian, shape product times type size of them; mapped where the
 *     container allows
 */
public record StoredTensor(String name, StoredType type, long[] shape, ByteBuffer bytes) {

  /**
   * The numbers of an array, copied out of the engine, to be written.
   *
   * @param array FLOAT32
   */
  public static StoredTensor of(String name, NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new IllegalArgumentException(name + " is " + array.getDataType() + ", not FLOAT32");
    }
    ByteBuffer bytes = array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return new StoredTensor(name, StoredType.F32, array.getShape().getShape(), bytes);
  }

  /** Whole numbers in a row, to be written. */
  public static StoredTensor of(String name, int[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(numbers);
    return new StoredTensor(name, StoredType.I32, new long[] {numbers.length}, bytes);
  }

  /** How many numbers it has. */
  public int size() {
    return bytes.remaining() / type.bytes();
  }

  /** Its numbers; exact for every type but I64 beyond 2^53. */
  public double[] reals() {
    double[] numbers = new double[size()];
    Arrays.setAll(numbers, i -> type.real(bytes, i));
    return numbers;
  }

  /** Its numbers as floats; F64 is rounded. */
  public float[] floats() {
    float[] numbers = new float[size()];
    if (type == StoredType.F32) {
      bytes.asFloatBuffer().get(numbers);
    } else {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) type.real(bytes, i);
      }
    }
    return numbers;
  }

  /**
   * Its whole numbers.
   *
   * @throws IllegalStateException if the type is not an integer one
   */
  public long[] wholes() {
    long[] numbers = new long[size()];
    Arrays.setAll(numbers, i -> type.whole(bytes, i));
    return numbers;
  }

  /** As {@link #wholes}, where they are of 32 bits. */
  public int[] integers() {
    int[] numbers = new int[size()];
    bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
    return numbers;
  }

  /**
   * A tensor with these numbers in the engine's own, aligned memory.
   *
   * @param manager owns it
   * @param type FLOAT32, FLOAT64 or INT64
   */
  public NDArray toArray(NDManager manager, DataType type) {
    Shape wanted = new Shape(shape);
    // A copy: what is created from Java's numbers stays in a buffer of Java's.
    try (NDArray buffer =
        switch (type) {
          case FLOAT32 -> manager.create(floats(), wanted);
          case FLOAT64 -> manager.create(reals(), wanted);
          case INT64 -> manager.create(wholes(), wanted);
          default -> throw new IllegalArgumentException("no tensor of type " + type);
        }) {
      return buffer.duplicate();
    }
  }
}
