package dev.hypersweep.trainer.checkpoint;

import java.nio.ByteBuffer;

/** How a number lies in a file, little-endian; names as in the safetensors format. */
public enum StoredType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private static final float HALF_SUBNORMAL_UNIT = 0x1p-24f;

  private final int bytes;

  StoredType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether the numbers are whole: an I type, U8 or BOOL. */
  public boolean isInteger() {
    return ordinal() >= I64.ordinal();
  }

  /** The number at a place of its own size; every type but I64 fits a double exactly. */
  double real(ByteBuffer at, int index) {
    return switch (this) {
      case F64 -> at.getDouble(index * 8);
      case F32 -> at.getFloat(index * 4);
      case F16 -> half(at.getShort(index * 2));
      case BF16 -> Float.intBitsToFloat(at.getShort(index * 2) << 16);
      default -> whole(at, index);
    };
  }

  /** The whole number at a place; only for integer types. */
  long whole(ByteBuffer at, int index) {
    return switch (this) {
      case I64 -> at.getLong(index * 8);
      case I32 -> at.getInt(index * 4);
      case I16 -> at.getShort(index * 2);
      case I8 -> at.get(index);
      case U8, BOOL -> at.get(index) & 0xFF;
      default -> throw new IllegalStateException(this + " is not an integer type");
    };
  }

  /** IEEE 754 binary16 to float, exactly. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      float value = fraction * HALF_SUBNORMAL_UNIT;
      return sign == 0 ? value : -value;
    }
    int wide = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
