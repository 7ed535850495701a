package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A command that reads or acts over REST and prints the answer for people or for programs. */
abstract class RestCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show how this command is used.")
  private boolean help;

  @Option(names = "--json", description = "Print the server's answer as JSON.")
  private boolean json;

  private final Surroundings surroundings;

  RestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final Client client() {
    return surroundings.client();
  }

  final Terminal terminal() {
    return surroundings.terminal();
  }

  final Style style() {
    return terminal().answerStyle();
  }

  final boolean json() {
    return json;
  }

  /** Prints the JSON itself if that was asked for, else the lines made of it. */
  final void answer(JsonNode node, Supplier<List<String>> lines) {
    if (json) {
      terminal().out().println(node.toPrettyString());
    } else {
      lines.get().forEach(terminal().out()::println);
    }
  }

  /** A path segment or query value that holds any text. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
