package dev.hypersweep.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignalledStopTest {

  private final AtomicBoolean stopped = new AtomicBoolean();

  @Test
  @Timeout(20)
  void aTerminalThatNoLongerReadsDoesNotKeepFromStopping() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    PrintStream stalled =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) {
                writing.countDown();
                try {
                  never.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            },
            true);
    Thread progress = new Thread(() -> stalled.println("run 3 of 24"));
    progress.start();
    writing.await();

    new SignalledStop(stalled, () -> stopped.set(true)).run();

    assertThat(stopped).isTrue();
    never.countDown();
    progress.join();
  }

  @Test
  void whoReadsIsToldBoth() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new SignalledStop(new PrintStream(bytes, true), () -> stopped.set(true)).run();

    assertThat(bytes.toString().lines()).containsExactly("", "stopping", "stopped");
    assertThat(stopped).isTrue();
  }
}
