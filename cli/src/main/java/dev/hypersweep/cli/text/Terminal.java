package dev.hypersweep.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the answer and the progress go.
 *
 * @param out the answer, nothing else
 * @param err progress, warnings and errors
 * @param answerStyle how the answer may be decorated
 * @param progressStyle how the progress may be decorated
 * @param redraws whether {@code err} is a terminal on which lines can be drawn again
 */
public record Terminal(
    PrintStream out, PrintStream err, Style answerStyle, Style progressStyle, boolean redraws) {

  /**
   * The process's own streams. The launcher says in the system property {@code hypersweep.terminal}
   * which of them are terminals, because Java 17 cannot tell them apart.
   */
  public static Terminal ofProcess(Map<String, String> environment) {
    String terminals = System.getProperty("hypersweep.terminal", "");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean plain = dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        new Style(terminals.contains("out") && !plain),
        new Style(terminals.contains("err") && !plain),
        terminals.contains("err") && !dumb);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
