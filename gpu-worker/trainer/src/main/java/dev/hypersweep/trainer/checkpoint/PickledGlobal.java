package dev.hypersweep.trainer.checkpoint;

import java.util.HashMap;
import java.util.Map;

/**
 * The only names of Python that a checkpoint may contain. A pickle that names anything else is
 * refused when the name is read, before it could be called; and nothing here is ever executed: each
 * stands for a value that {@link PickledCalls} makes.
 */
enum PickledGlobal {
  ORDERED_DICT("collections", "OrderedDict", null),
  REBUILD_TENSOR("torch._utils", "_rebuild_tensor_v2", null),
  REBUILD_PARAMETER("torch._utils", "_rebuild_parameter", null),
  DOUBLE_STORAGE("torch", "DoubleStorage", StoredType.F64),
  FLOAT_STORAGE("torch", "FloatStorage", StoredType.F32),
  HALF_STORAGE("torch", "HalfStorage", StoredType.F16),
  BFLOAT16_STORAGE("torch", "BFloat16Storage", StoredType.BF16),
  LONG_STORAGE("torch", "LongStorage", StoredType.I64),
  INT_STORAGE("torch", "IntStorage", StoredType.I32),
  SHORT_STORAGE("torch", "ShortStorage", StoredType.I16),
  CHAR_STORAGE("torch", "CharStorage", StoredType.I8),
  BYTE_STORAGE("torch", "ByteStorage", StoredType.U8),
  BOOL_STORAGE("torch", "BoolStorage", StoredType.BOOL);

  private static final Map<String, PickledGlobal> BY_NAME = new HashMap<>();

  static {
    for (PickledGlobal each : values()) {
      BY_NAME.put(each.module + " " + each.attribute, each);
    }
  }

  private final String module;
  private final String attribute;
  private final StoredType storage;

  PickledGlobal(String module, String attribute, StoredType storage) {
    this.module = module;
    this.attribute = attribute;
    this.storage = storage;
  }

  static PickledGlobal named(String module, String attribute) {
    PickledGlobal global = BY_NAME.get(module + " " + attribute);
    if (global == null) {
      throw new MalformedCheckpoint(
          "it names the Python object %s.%s, which a checkpoint of tensors has no use for; convert it to safetensors where it comes from"
              .formatted(Quoted.text(module), Quoted.text(attribute)));
    }
    return global;
  }

  /** Type of the numbers of a storage class, null for what is none. */
  StoredType storage() {
    return storage;
  }
}
