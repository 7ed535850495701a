package dev.hypersweep.trainer.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ScriptMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A loaded TorchScript module, written beside this class; every call records for autograd if that
 * is on.
 */
final class Script implements AutoCloseable {

  private final long handle;

  /**
   * @param module class in the file of the same name, for example {@code Operations} in {@code
   *     Operations.py}
   */
  Script(Device device, String module) {
    try (InputStream source = Script.class.getResourceAsStream(module + ".py")) {
      String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      byte[] archive = ScriptArchive.of(module, text);
      handle = JniUtils.loadModuleHandle(new ByteArrayInputStream(archive), device, true, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls a method whose first argument is a tensor; the result lives as long as that one. */
  NDArray tensor(String method, NDArray first, Object... rest) {
    Object[] arguments = new Object[rest.length + 1];
    arguments[0] = first;
    System.arraycopy(rest, 0, arguments, 1, rest.length);
    return tensor((PtNDManager) first.getManager(), method, arguments);
  }

  /** Calls a method; the result belongs to {@code manager}. */
  NDArray tensor(PtNDManager manager, String method, Object... arguments) {
    try (IValue result = ScriptMethod.run(handle, method, arguments)) {
      return result.toTensor(manager);
    }
  }

  /** Calls a method for its effect. */
  void run(String method, Object... arguments) {
    ScriptMethod.run(handle, method, arguments).close();
  }

  static PtNDArray[] list(NDArray[] tensors) {
    PtNDArray[] list = new PtNDArray[tensors.length];
    System.arraycopy(tensors, 0, list, 0, list.length);
    return list;
  }

  @Override
  public void close() {
    JniUtils.deleteModule(handle);
  }
}
