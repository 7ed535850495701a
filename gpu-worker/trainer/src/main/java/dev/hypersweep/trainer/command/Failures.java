package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.trainer.data.DatasetAbsent;
import dev.hypersweep.trainer.data.DatasetBroken;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.tensor.DeviceUnavailable;
import dev.hypersweep.trainer.train.BadCheckpoint;
import dev.hypersweep.trainer.train.DiskFull;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.NotANumber;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** From what was thrown to a failure class and words for people. */
public final class Failures {

  private Failures() {}

  static FailureClass classOf(Throwable thrown) {
    if (thrown instanceof NotANumber) {
      return FailureClass.NAN;
    } else if (thrown instanceof DatasetAbsent
        || thrown instanceof DatasetBroken
        || thrown instanceof PretrainedUnusable) {
      return FailureClass.BAD_DATA;
    } else if (thrown instanceof DiskFull) {
      // The machine's fault, not the program's: worth another try, perhaps on another one.
      return FailureClass.NODE_LOST;
    } else if (isOutOfMemory(thrown)) {
      return FailureClass.OOM;
    }
    return FailureClass.CODE;
  }

  /** Java's own error, or PyTorch's words for host ("not enough memory") and device. */
  private static boolean isOutOfMemory(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof OutOfMemoryError
          || message.contains("not enough memory")
          || message.contains("out of memory")) {
        return true;
      }
    }
    return false;
  }

  /** Expected failures say what to do in their message; others need their stack trace. */
  static String message(Throwable thrown) {
    if (explainsItself(thrown)) {
      return thrown.getMessage();
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** Whether its message says to people what is wrong and what to do. */
  public static boolean explainsItself(Throwable thrown) {
    return thrown instanceof NotANumber
        || thrown instanceof DatasetAbsent
        || thrown instanceof DatasetBroken
        || thrown instanceof PretrainedUnusable
        || thrown instanceof InvalidSetting
        || thrown instanceof BadCheckpoint
        || thrown instanceof DiskFull
        || thrown instanceof DeviceUnavailable;
  }
}
