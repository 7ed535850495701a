package dev.hypersweep.trainer.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The engine, ready for one run on one device. Everything made in it dies with {@link #close}.
 * Autograd mode, random seed and graph optimiser are the calling thread's or the process's: one
 * session trains at a time, in the thread that opened it.
 */
public final class Session implements AutoCloseable {

  static {
    // Nothing is ever fetched at run time: what is not on the class path is an error.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
  }

  private final PtNDManager manager;
  private final Operations operations;
  private final SequenceOperations sequences;
  private final PackedOperations packed;
  private final SparseOperations sparseOperations;

  private Session(Device device, Precision precision) {
    manager = (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
    operations = new Operations(new Script(device, "Operations"), precision);
    sequences =
        new SequenceOperations(new Script(device, "SequenceOperations"), operations.rounding());
    packed = new PackedOperations(new Script(device, "PackedOperations"));
    sparseOperations =
        new SparseOperations(new Script(device, "SparseOperations"), operations.rounding());
  }

  /**
   * Loads the engine if that has not happened yet, and makes it ready.
   *
   * @param device {@code cpu} or {@code gpu}
   * @param threads intra-op threads, 1 or more
   * @throws DeviceUnavailable if a GPU is asked for and cannot be used: never a silent CPU run
   */
  public static Session open(String device, int threads) {
    return open(device, threads, Precision.FLOAT32);
  }

  /**
   * The same with another precision of matrix products.
   *
   * @throws DeviceUnavailable also if the device cannot compute so
   */
  public static Session open(String device, int threads, Precision precision) {
    if (precision == Precision.TF32) {
      Devices.refuseTf32(device);
      NativeSettings.allowTf32();
    }
    NativeSettings.apply();
    Engine engine = Engine.getEngine("PyTorch");
    Device place = Devices.named(engine, device);
    JniUtils.setNumThreads(threads);
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(false);
    return new Session(place, precision);
  }

  /** The manager of what lives as long as the session. */
  public PtNDManager manager() {
    return manager;
  }

  /** The operations. */
  public Operations operations() {
    return operations;
  }

  /** Operations on padded sequences. */
  public SequenceOperations sequences() {
    return sequences;
  }

  /** Operations on packed examples. */
  public PackedOperations packed() {
    return packed;
  }

  /** The operations of sparse layers. */
  public SparseOperations sparseOperations() {
    return sparseOperations;
  }

  /** Seeds the engine's random numbers: noise and dropout from here on are a function of it. */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /** Records operations for autograd, in this thread, or stops doing so. */
  public void record(boolean on) {
    JniUtils.setGradMode(on);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(false);
    operations.close();
    sequences.close();
    packed.close();
    sparseOperations.close();
    manager.close();
  }
}
