package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.tensor.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tensors that depend on a model's weights alone, kept from one evaluation pass to the next. Good
 * for as long as the weights do not change: whoever makes it closes it before they do.
 */
public final class DerivedValues implements AutoCloseable {

  private final NDManager manager;
  private final Map<Object, NDArray[]> values = new HashMap<>();

  public DerivedValues(Session session) {
    manager = session.manager().newSubManager();
  }

  NDArray[] get(Object key, Supplier<NDArray[]> source) {
    NDArray[] known = values.get(key);
    if (known != null) {
      return known;
    }
    NDArray[] made = source.get(); // may ask for others, which are kept meanwhile
    for (NDArray value : made) {
      if (value != null) {
        value.attach(manager);
      }
    }
    values.put(key, made);
    return made;
  }

  @Override
  public void close() {
    manager.close();
  }
}
