package dev.hypersweep.cli.text;

import java.io.PrintStream;
import java.util.List;

/**
 * A few lines that are drawn again in place on a terminal. Elsewhere each block is one plain line,
 * printed only when it says something new.
 */
public final class RedrawnBlock {

  private static final int WIDTH = 100;

  private final PrintStream target;
  private final boolean redraws;
  private int drawn;
  private String lastLine = "";

  /** A block on that stream. */
  public RedrawnBlock(PrintStream target, boolean redraws) {
    this.target = target;
    this.redraws = redraws;
  }

  /**
   * Shows the present state.
   *
   * @param block what a terminal shows
   * @param line the same in one line, for a file or a pipe
   */
  public void show(List<String> block, String line) {
    if (redraws) {
      StringBuilder text = new StringBuilder(drawn == 0 ? "" : "\u001b[" + drawn + "A\r\u001b[J");
      block.forEach(each -> text.append(Text.clip(each, WIDTH)).append('\n'));
      target.print(text);
      target.flush();
      drawn = block.size();
    } else if (!line.equals(lastLine)) {
      target.println(line);
      lastLine = line;
    }
  }

  /** Leaves what is drawn where it is; the next block stands below it. */
  public void keep() {
    drawn = 0;
  }
}
