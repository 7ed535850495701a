package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Runs a method of a TorchScript module with autograd recording. DJL's public door ({@link
 * IValueUtils#runMethod}) switches autograd off, hence this class in DJL's package: it works from
 * the class path only, not from the module path.
 */
public final class ScriptMethod {

  private ScriptMethod() {}

  /**
   * Calls {@code method} of the module at {@code handle}.
   *
   * @param arguments PtNDArray, PtNDArray[], Long, Double, Boolean or long[]
   * @return the result; the caller closes it
   */
  public static IValue run(long handle, String method, Object... arguments) {
    long[] values = new long[arguments.length];
    try {
      for (int i = 0; i < arguments.length; i++) {
        values[i] = value(arguments[i]);
      }
      return new IValue(
          PyTorchLibrary.LIB.moduleRunMethod(handle, method, values, /* train= */ true, false));
    } finally {
      for (long value : values) {
        if (value != 0) {
          PyTorchLibrary.LIB.torchDeleteIValue(value);
        }
      }
    }
  }

  private static long value(Object argument) {
    PyTorchLibrary library = PyTorchLibrary.LIB;
    if (argument instanceof PtNDArray tensor) {
      return library.iValueFromTensor(tensor.getHandle());
    } else if (argument instanceof PtNDArray[] tensors) {
      long[] handles = new long[tensors.length];
      for (int i = 0; i < handles.length; i++) {
        handles[i] = tensors[i].getHandle();
      }
      return library.iValueFromTensorList(handles);
    } else if (argument instanceof Long number) {
      return library.iValueFromLong(number);
    } else if (argument instanceof Double number) {
      return library.iValueFromDouble(number);
    } else if (argument instanceof Boolean flag) {
      return library.iValueFromBool(flag);
    } else if (argument instanceof long[] numbers) {
      return library.iValueFromLongList(numbers);
    }
    throw new IllegalArgumentException("no TorchScript value for " + argument);
  }
}
