package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.parity.vector.Evaluators;
import dev.hypersweep.trainer.parity.vector.Input;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@code .jsonl} file of cases, one a line: {@code metric}, {@code input}, {@code expected} and
 * {@code tolerance}. A line that is no such case, or whose metric nobody computes, fails.
 */
final class VectorFile {

  static final String ENDING = ".jsonl";

  /** What stands for the metric of a line that cannot be read. */
  private static final String UNREADABLE = "(no case)";

  private final Map<String, VectorTally> tallies = new LinkedHashMap<>();

  private VectorFile() {}

  /** Runs every line; what came of it by metric, in the order of the file. */
  static Map<String, Outcome> run(Path file) throws IOException {
    VectorFile run = new VectorFile();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          run.line(number, line);
        }
      }
    } catch (CharacterCodingException e) {
      run.tally(UNREADABLE).fault(number + 1, "here or below, the file is not UTF-8");
    }
    if (run.tallies.isEmpty()) {
      run.tally(UNREADABLE).fault(1, "the file holds no case");
    }
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    run.tallies.forEach((metric, tally) -> outcomes.put(metric, tally.outcome()));
    return outcomes;
  }

  private void line(int number, String line) {
    JsonNode parsed;
    try {
      parsed = Parity.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      tally(UNREADABLE).fault(number, "is not JSON: " + e.getOriginalMessage());
      return;
    }
    String metric = parsed.path("metric").asText(UNREADABLE);
    VectorTally tally = tally(metric.isEmpty() ? UNREADABLE : metric);
    if (metric.isEmpty() || !parsed.has("input") || !parsed.has("expected")) {
      tally.fault(number, "needs the fields metric, input and expected");
    } else if (!parsed.path("tolerance").isNumber()) {
      tally.fault(number, "needs a number as tolerance");
    } else {
      tally.add(number, compared(metric, parsed));
    }
  }

  private static Comparison compared(String metric, JsonNode line) {
    Comparison comparison = new Comparison(line.path("tolerance").doubleValue());
    try {
      Object got = Evaluators.named(metric).evaluate(new Input(line.get("input")));
      comparison.compare("", line.get("expected"), Parity.JSON.valueToTree(got));
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      comparison.differences().add("cannot be computed: " + why);
    }
    if (comparison.compared() == 0 && comparison.differences().isEmpty()) {
      comparison.differences().add("nothing was compared");
    }
    return comparison;
  }

  private VectorTally tally(String metric) {
    return tallies.computeIfAbsent(metric, any -> new VectorTally());
  }
}
