package dev.hypersweep.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAlignedAndNumbersStandToTheRight() {
    Table table = new Table("name", "runs").row("moe", "8").row("hypermoe", "24").row("x", "-");

    assertThat(table.lines(Style.PLAIN))
        .containsExactly("name      runs", "moe          8", "hypermoe    24", "x            -");
  }

  @Test
  void coloursDoNotMoveColumns() {
    Table table = new Table("state", "n").row("FAILED", "1").row("FINISHED", "2");

    assertThat(table.lines(new Style(true)).stream().map(TableTest::withoutColours))
        .isEqualTo(table.lines(Style.PLAIN));
  }

  @Test
  void noNameCanSteerTheTerminal() {
    Table table = new Table("name").row("evil\u001b[2J\nname");

    assertThat(table.lines(Style.PLAIN).get(1)).isEqualTo("evil [2J name");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatThrownBy(() -> new Table("a", "b").row("1")).hasMessage("1 cells for 2 columns");
  }

  private static String withoutColours(String line) {
    return line.replaceAll("\u001b\\[[0-9]+m", "").stripTrailing();
  }
}
