package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.home.Instance;
import dev.hypersweep.cli.text.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * One {@code up} or {@code demo} per home. The operating system gives the lock back when its holder
 * dies, however it dies.
 */
final class HomeLock implements AutoCloseable {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or says who has it, or that the home cannot be written. */
  static HomeLock take(Home home) {
    try {
      Files.createDirectories(home.logs());
      FileChannel channel =
          FileChannel.open(
              home.path().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new CannotStart(taken(home));
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new CannotStart(
          "the home %s cannot be written (%s): name another folder with HYPERSWEEP_HOME"
              .formatted(home.path(), FileTrouble.reason(e)));
    }
  }

  private static String taken(Home home) {
    String pid = ProcessRecord.read(home).map(each -> Long.toString(each.launcher())).orElse("?");
    String url = home.instance().map(Instance::url).orElse("an address not known yet");
    return ("already running on the home %s: process %s, %s. Stop it with Ctrl-C there or `kill %s`,"
            + " or start another with its own HYPERSWEEP_HOME and HYPERSWEEP_PORT.")
        .formatted(home.path(), pid, url, pid);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process in any case.
      return;
    }
  }
}
