package dev.hypersweep.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawnBlockTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream target = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void aTerminalIsDrawnInPlace() {
    RedrawnBlock block = new RedrawnBlock(target, true);
    block.show(List.of("one", "two"), "line");
    block.show(List.of("three"), "line");

    assertThat(text()).isEqualTo("one\ntwo\n\u001b[2A\r\u001b[Jthree\n");
  }

  @Test
  void aFileGetsALineOnlyWhenItSaysSomethingNew() {
    RedrawnBlock block = new RedrawnBlock(target, false);
    block.show(List.of("a", "b"), "1 done");
    block.show(List.of("c", "d"), "1 done");
    block.show(List.of("e", "f"), "2 done");

    assertThat(text()).isEqualTo("1 done\n2 done\n");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
