package dev.hypersweep.sweeps.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AskTest {

  private static final String SPACE =
      """
      parameters:
        lr: {type: float, low: 1e-5, high: 0.1, log: true}
        heads: {type: categorical, choices: [1, 2.5, true, x]}
        variant: {type: categorical, choices: [dense, moe]}
        moe.k: {type: int, low: 1, high: 8, when: {variant: [moe]}}
      """;

  @TempDir Path folder;
  private String errors;

  private List<JsonNode> ask(int status, String space, String lines, String... options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("space.yaml"), space);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("--space", file.toString()));
    arguments.addAll(List.of(options));
    AskCommand command =
        new AskCommand(
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int got = new CommandLine(command).execute(arguments.toArray(String[]::new));
    errors = err.toString(StandardCharsets.UTF_8);
    assertThat(got).as(errors).isEqualTo(status);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }

  @Test
  void eightAskedForAreEightLinesWithoutWhatDoesNotExist() throws IOException {
    List<JsonNode> answers = ask(0, SPACE, "{\"ask\":8}\n");
    assertThat(answers).hasSize(8);
    for (int i = 0; i < 8; i++) {
      JsonNode params = answers.get(i).get("params");
      assertThat(answers.get(i).get("trial").intValue()).isEqualTo(i);
      assertThat(params.has("moe.k")).isEqualTo(params.get("variant").textValue().equals("moe"));
      assertThat(params.path("moe.k").isMissingNode() || params.get("moe.k").isIntegralNumber())
          .isTrue();
    }
  }

  @Test
  void choicesKeepTheirTypes() throws IOException {
    List<JsonNode> answers = ask(0, SPACE, "{\"ask\":40}\n", "--sampler", "random");
    assertThat(answers.stream().map(one -> one.get("params").get("heads").toString()).distinct())
        .containsExactlyInAnyOrder("1", "2.5", "true", "\"x\"");
  }

  @Test
  void tellingAnswersNothingAndReportingSaysGoOn() throws IOException {
    String lines =
        """
        {"ask":3}
        {"report":0,"step":3,"value":0.7}
        {"tell":1,"value":NaN}
        {"tell":0,"value":1.2}

        {"tell":2,"failed":true}
        """;
    assertThat(ask(0, SPACE, lines)).hasSize(4).last().hasToString("{\"prune\":false}");
  }

  @Test
  void equalSeedsGiveEqualAnswers() throws IOException {
    String lines = "{\"ask\":1}\n{\"tell\":0,\"value\":1.2}\n{\"ask\":2}\n";
    List<JsonNode> once = ask(0, SPACE, lines, "--seed", "7", "--sampler", "tpe");
    assertThat(ask(0, SPACE, lines, "--seed", "7", "--sampler", "tpe")).isEqualTo(once);
    assertThat(ask(0, SPACE, lines, "--seed", "8", "--sampler", "tpe")).isNotEqualTo(once);
  }

  @Test
  void aGoalTurnsTheSearchRound() throws IOException {
    StringBuilder lines = new StringBuilder("{\"ask\":12}\n");
    for (int i = 0; i < 12; i++) {
      lines.append("{\"tell\":" + i + ",\"value\":" + i * i + "}\n");
    }
    lines.append("{\"ask\":1}\n");
    String space = "parameters: {x: {type: float, low: 0, high: 1}}\n";
    JsonNode low = ask(0, space, lines.toString(), "--sampler", "gp").get(12);
    JsonNode high =
        ask(0, space + "objective: {goal: maximize}\n", lines.toString(), "--sampler", "gp")
            .get(12);
    assertThat(low.get("params")).isNotEqualTo(high.get("params"));
  }

  @Test
  void aUsedUpSpaceBeginsAgainAndAGridEnds() throws IOException {
    String space = "parameters: {x: {type: int, low: 1, high: 3}}\n";
    assertThat(ask(0, space, "{\"ask\":5}\n", "--sampler", "tpe")).hasSize(5);
    assertThat(ask(1, space, "{\"ask\":5}\n", "--sampler", "grid")).hasSize(3);
    assertThat(errors).contains("no point is left");
  }

  @Test
  void storedTrialsAreLearnedFrom() throws IOException {
    Path stored = folder.resolve("stored.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      double x = i / 20.0;
      lines.append("{\"params\":{\"x\":" + x + "},\"value\":" + (x - 0.7) * (x - 0.7) + "}\n");
    }
    lines.append("{\"params\":{\"x\":2},\"value\":-9}\n");
    Files.writeString(stored, lines);
    String space = "parameters: {x: {type: float, low: 0, high: 1}}\n";
    JsonNode first =
        ask(0, space, "{\"ask\":1}\n", "--sampler", "gp", "--stored", stored.toString()).get(0);
    assertThat(first.get("params").get("x").doubleValue()).isBetween(0.65, 0.75);
    assertThat(errors).contains("line 21: not learnt from: x 2.0 is outside of the space");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ask\":0}|ask is 1 to",
        "{\"ask\":1.5}|ask is a whole number, not 1.5",
        "{\"tell\":0,\"value\":1}|there is no trial 0",
        "{\"tell\":0}|value is missing",
        "nonsense|not JSON",
        "{\"go\":1}|neither ask, tell nor report",
        "{\"report\":0,\"value\":1}|step is a whole number",
      })
  void anErrorNamesTheLineOnStandardError(String line, String message) throws IOException {
    assertThat(ask(1, SPACE, "\n" + line + "\n")).isEmpty();
    assertThat(new ObjectMapper().readTree(errors).get("error").textValue())
        .startsWith("line 2: ")
        .contains(message);
  }

  @Test
  void aTrialIsToldOnceAndWithAsManyValuesAsTheFirst() throws IOException {
    ask(1, SPACE, "{\"ask\":2}\n{\"tell\":0,\"value\":1}\n{\"tell\":0,\"value\":1}\n");
    assertThat(errors).contains("trial 0 has ended already");
    ask(1, SPACE, "{\"ask\":2}\n{\"tell\":0,\"value\":1}\n{\"tell\":1,\"values\":[1,2]}\n");
    assertThat(errors).contains("trial 1 has 2 values, but there are 1 objectives");
  }

  @Test
  void aFaultySpaceIsRefusedWithLineAndFix() throws IOException {
    ask(1, SPACE.replace("low: 1,", "low: 10,").replace("[moe]", "[mo]"), "{\"ask\":1}\n");
    assertThat(errors)
        .contains("line 5")
        .contains("low 10 is above high 8")
        .contains("variant never has this value");
  }

  @Test
  void anUnknownSamplerIsRefusedWithTheNames() throws IOException {
    ask(1, SPACE, "", "--sampler", "tp");
    assertThat(errors).contains("there is no sampler 'tp'").contains("tpe");
    ask(1, SPACE, "", "--sampler", "grid");
    assertThat(errors).contains("a grid cannot list a range without a step");
  }
}
