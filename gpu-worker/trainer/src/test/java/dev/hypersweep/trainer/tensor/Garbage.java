package dev.hypersweep.trainer.tensor;

import java.nio.ByteBuffer;

/** Shows whether a tensor lies in memory that Java is free to take back. */
public final class Garbage {

  private static final int BUFFERS = 20_000;
  private static final int SIZE = 64;

  private Garbage() {}

  /** Frees what Java can free, and fills the freed memory with other numbers. */
  public static void collect() {
    System.gc();
    for (int i = 0; i < BUFFERS; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);
      while (buffer.hasRemaining()) {
        buffer.putInt(0x7f000000);
      }
    }
  }
}
