package dev.hypersweep.trainer.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;

/** The values that the calls of a checkpoint's pickle stand for. */
final class PickledCalls {

  private PickledCalls() {}

  /** What {@code global(*arguments)} is. */
  static Object call(Object callable, List<?> arguments) {
    if (!(callable instanceof PickledGlobal global)) {
      throw new MalformedCheckpoint("it calls something that is no function");
    }
    return switch (global) {
      case ORDERED_DICT -> {
        need(arguments.isEmpty(), "OrderedDict of something");
        yield new LinkedHashMap<String, Object>();
      }
      case REBUILD_TENSOR -> tensor(arguments);
      case REBUILD_PARAMETER -> {
        need(!arguments.isEmpty() && arguments.get(0) instanceof PickledTensor, "a parameter");
        yield arguments.get(0);
      }
      default -> throw new MalformedCheckpoint("it calls a storage class");
    };
  }

  /** (storage, offset, shape, strides, requires gradient, hooks ..). */
  private static PickledTensor tensor(List<?> arguments) {
    need(
        arguments.size() >= 4
            && arguments.get(0) instanceof PickledStorage
            && arguments.get(1) instanceof Long,
        "a tensor");
    return new PickledTensor(
        (PickledStorage) arguments.get(0),
        (Long) arguments.get(1),
        wholes(arguments.get(2)),
        wholes(arguments.get(3)));
  }

  /** ("storage", class, key, device, elements); the old format adds a None. */
  static PickledStorage storage(Object id) {
    if (id instanceof List<?> parts
        && (parts.size() == 5 || parts.size() == 6 && parts.get(5) == null)
        && "storage".equals(parts.get(0))
        && parts.get(1) instanceof PickledGlobal type
        && type.storage() != null
        && parts.get(2) instanceof String key
        && parts.get(4) instanceof Long elements
        && elements >= 0) {
      return new PickledStorage(type.storage(), key, elements);
    }
    throw new MalformedCheckpoint("it refers to a storage in a way that is unknown");
  }

  private static long[] wholes(Object tuple) {
    need(
        tuple instanceof List<?> axes && axes.stream().allMatch(axis -> axis instanceof Long),
        "a shape");
    return ((List<?>) tuple).stream().mapToLong(axis -> (Long) axis).toArray();
  }

  private static void need(boolean holds, String what) {
    if (!holds) {
      throw new MalformedCheckpoint("it describes " + what + " in a way that is unknown");
    }
  }
}
