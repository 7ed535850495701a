package dev.hypersweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts the elements of a strided view end to end. */
final class Strides {

  private Strides() {}

  /**
   * @param bytes of the storage, from the view's first element to its last
   * @return a copy, row-major
   */
  static ByteBuffer rowMajor(ByteBuffer bytes, PickledTensor view) {
    int width = view.storage().type().bytes();
    long length = view.elements() * width;
    if (length > Integer.MAX_VALUE) {
      throw new MalformedCheckpoint("a tensor is larger than 2 GB, which is the most here");
    }
    ByteBuffer rows = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    long[] index = new long[view.shape().length];
    while (rows.hasRemaining()) {
      long at = 0;
      for (int axis = 0; axis < index.length; axis++) {
        at += index[axis] * view.strides()[axis];
      }
      rows.put(rows.position(), bytes, (int) (at * width), width);
      rows.position(rows.position() + width);
      advance(index, view.shape());
    }
    return rows.flip();
  }

  private static void advance(long[] index, long[] shape) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }
}
