package dev.hypersweep.trainer.checkpoint;

/**
 * A tensor of a PyTorch file: a view of a storage, checked to lie inside what the storage claims
 * and to have no more elements than it.
 *
 * @param storage may be shared with other tensors
 * @param offset first element
 * @param shape elements along each axis
 * @param strides elements of the storage from one index to the next, along each axis
 */
record PickledTensor(PickledStorage storage, long offset, long[] shape, long[] strides) {

  PickledTensor {
    if (shape.length != strides.length) {
      throw new MalformedCheckpoint("a tensor has a shape and strides of different lengths");
    }
    long last = offset;
    long elements = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] < 0 || strides[axis] < 0) {
        throw new MalformedCheckpoint("a tensor has a negative axis or stride");
      }
      elements = product(elements, shape[axis]);
      last = sum(last, product(Math.max(0, shape[axis] - 1), strides[axis]));
    }
    boolean outside = elements > 0 && last >= storage.elements();
    boolean begins = offset >= 0 && offset <= storage.elements();
    if (begins && !outside && elements > storage.elements()) {
      throw new MalformedCheckpoint(
          "a tensor has %d elements and repeats the %d of its storage %s; save expanded tensors with contiguous()"
              .formatted(elements, storage.elements(), Quoted.text(storage.key())));
    }
    if (!begins || outside) {
      throw new MalformedCheckpoint(
          "a tensor reaches beyond the %d elements of its storage %s"
              .formatted(storage.elements(), Quoted.text(storage.key())));
    }
  }

  long elements() {
    long elements = 1;
    for (long axis : shape) {
      elements *= axis;
    }
    return elements;
  }

  /** Elements of the storage from the first that it looks at to the last. */
  long span() {
    long last = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      last += (shape[axis] - 1) * strides[axis];
    }
    return elements() == 0 ? 0 : last + 1;
  }

  /** Whether its elements lie row-major, end to end. */
  boolean isContiguous() {
    long expected = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && strides[axis] != expected) {
        return false;
      }
      expected *= shape[axis];
    }
    return true;
  }

  private static long product(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw new MalformedCheckpoint("a tensor's shape overflows");
    }
  }

  private static long sum(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      throw new MalformedCheckpoint("a tensor's shape overflows");
    }
  }
}
