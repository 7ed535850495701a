package dev.hypersweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Floats rounded to 16 bits, to the nearest and halves to even, as PyTorch does (IEEE 754). */
final class Narrowing {

  private static final float HALF_OVERFLOW = 65520f;
  private static final float HALF_SMALLEST_NORMAL = 0x1p-14f;

  private Narrowing() {}

  /** The numbers of an F32 tensor in BF16 or F16. */
  static ByteBuffer narrowed(StoredTensor tensor, StoredType type) {
    ByteBuffer narrow = ByteBuffer.allocate(tensor.size() * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      float number = tensor.bytes().getFloat(4 * i);
      narrow.putShort(type == StoredType.BF16 ? bf16(number) : f16(number));
    }
    return narrow.flip();
  }

  /** The upper half of the float's bits, rounded. */
  static short bf16(float number) {
    int bits = Float.floatToRawIntBits(number);
    if (Float.isNaN(number)) {
      return (short) (bits >>> 16 | 0x40);
    }
    int half = 0x7FFF + (bits >>> 16 & 1);
    return (short) (bits + half >>> 16);
  }

  /** IEEE 754 binary16. */
  static short f16(float number) {
    int sign = Float.floatToRawIntBits(number) >>> 16 & 0x8000;
    float size = Math.abs(number);
    if (Float.isNaN(number)) {
      return (short) (sign | 0x7E00);
    }
    if (size >= HALF_OVERFLOW) {
      return (short) (sign | 0x7C00);
    }
    if (size < HALF_SMALLEST_NORMAL) {
      return (short) (sign | (int) Math.rint(size * 0x1p24));
    }
    int bits = Float.floatToRawIntBits(size) - (127 - 15 << 23);
    int half = 0xFFF + (bits >>> 13 & 1);
    return (short) (sign | bits + half >>> 13);
  }
}
