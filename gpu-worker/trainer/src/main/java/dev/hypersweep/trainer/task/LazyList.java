package dev.hypersweep.trainer.task;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list whose elements are made each time they are asked for. */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {

  private final int size;
  private final IntFunction<E> element;

  /**
   * @param element the same for the same index
   */
  public LazyList(int size, IntFunction<E> element) {
    this.size = size;
    this.element = element;
  }

  @Override
  public E get(int index) {
    return element.apply(Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }
}
