package dev.hypersweep.sweeps.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.sweeps.sampling.Study;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Speaks with a program that evaluates points: one JSON object per line in, answers per line out.
 * NaN and Infinity are read as Python writes them; null is NaN as JavaScript writes it.
 */
final class Pipe {

  private static final int MOST_AT_ONCE = 100_000;

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Study study;
  private final PrintStream answers;

  Pipe(Study study, PrintStream answers) {
    this.study = study;
    this.answers = answers;
  }

  /**
   * Answers until the input ends.
   *
   * @throws IllegalArgumentException at the first line that makes no sense, naming it
   */
  void serve(BufferedReader lines) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        answer(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            "line " + number + ": not JSON: " + e.getOriginalMessage(), e);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
      }
    }
  }

  private void answer(JsonNode line) throws JsonProcessingException {
    if (line.has("ask")) {
      ask(whole(line, "ask"));
    } else if (line.has("tell")) {
      tell(whole(line, "tell"), line);
    } else if (line.has("report")) {
      boolean prune = study.report(whole(line, "report"), step(line), values(line));
      say(Map.of("prune", prune));
    } else {
      throw new IllegalArgumentException(
          "neither ask, tell nor report: write {\"ask\":1}, {\"tell\":0,\"value\":1.2} or"
              + " {\"report\":0,\"step\":3,\"value\":0.7}");
    }
  }

  private void ask(int count) throws JsonProcessingException {
    if (count < 1 || count > MOST_AT_ONCE) {
      throw new IllegalArgumentException("ask is 1 to " + MOST_AT_ONCE + ", not " + count);
    }
    for (int i = 0; i < count; i++) {
      Study.Asked asked =
          study
              .ask()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no point is left: the grid has ended, or the constraints admit none"));
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("trial", asked.number());
      answer.put("params", asked.point());
      say(answer);
    }
  }

  private void tell(int trial, JsonNode line) {
    if (line.path("failed").asBoolean()) {
      study.fail(trial);
    } else if (line.path("pruned").asBoolean()) {
      study.prune(trial);
    } else {
      study.tell(trial, values(line));
    }
  }

  /** The values under {@code value} or {@code values}. */
  static List<Double> values(JsonNode line) {
    if (line.has("values")) {
      if (!line.get("values").isArray()) {
        throw new IllegalArgumentException("values is a list of numbers: {\"values\":[0.3,1.5]}");
      }
      List<Double> values = new ArrayList<>();
      line.get("values").forEach(one -> values.add(value(one, "values")));
      return values;
    }
    if (!line.has("value")) {
      throw new IllegalArgumentException(
          "value is missing: write \"value\":1.2, \"values\":[..] or \"failed\":true");
    }
    return List.of(value(line.get("value"), "value"));
  }

  private static double value(JsonNode node, String field) {
    if (node.isNull()) {
      return Double.NaN;
    }
    if (!node.isNumber()) {
      throw new IllegalArgumentException(field + " is a number, not " + node);
    }
    return node.doubleValue();
  }

  private static long step(JsonNode line) {
    if (!line.path("step").canConvertToLong() || !line.path("step").isIntegralNumber()) {
      throw new IllegalArgumentException("step is a whole number: \"step\":3");
    }
    return line.get("step").longValue();
  }

  private static int whole(JsonNode line, String field) {
    JsonNode node = line.get(field);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new IllegalArgumentException(field + " is a whole number, not " + node);
    }
    return node.intValue();
  }

  private void say(Object answer) throws JsonProcessingException {
    answers.println(JSON.writeValueAsString(answer));
    answers.flush();
  }
}
