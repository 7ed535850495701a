package dev.hypersweep.agent.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.agent.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the trainer is started. Its numbers depend on settings of the numeric libraries (MKL_CBWR and
 * others): the trainer makes and records these itself, so that a run comes out the same with an
 * agent and without; what the agent's own environment says of them is passed on.
 *
 * @param words the command without the trainer's own verb
 */
public record TrainerCommand(List<String> words) {

  public TrainerCommand {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no words");
    }
  }

  /**
   * Reads HYPERSWEEP_TRAINER_COMMAND: a JSON array of words, or words with spaces between them. No
   * shell has a part in it.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static TrainerCommand parse(String text) {
    if (!text.strip().startsWith("[")) {
      return new TrainerCommand(List.of(text.strip().split("\\s+")));
    }
    List<String> words = new ArrayList<>();
    try {
      for (JsonNode word : Json.tree(text.getBytes(StandardCharsets.UTF_8))) {
        if (!word.isTextual()) {
          throw new IllegalArgumentException("not a text: " + word);
        }
        words.add(word.textValue());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON array of texts: " + text, e);
    }
    return new TrainerCommand(words);
  }

  /** A process that is about to start: in a session of its own where the system knows such. */
  ProcessBuilder process(int threads, String... verb) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.addAll(words);
    line.addAll(List.of(verb));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("MKL_NUM_THREADS", Integer.toString(threads));
    // The trainer talks to nobody: it needs no key to the orchestrator.
    environment.remove("HYPERSWEEP_TOKEN");
    return builder;
  }

  private static final Path SETSID = Path.of("/usr/bin/setsid");
}
