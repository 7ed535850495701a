package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets an error that names place and fix, and nothing is stored. */
@QuarkusTest
class BadDefinitionTest extends RunningOrchestrator {

  private static final String HEAD = "name: bad\nvariants: [hypermoe]\ndatasets: [wordnet]\n";

  static Stream<Arguments> definitions() {
    String parameter = HEAD + "parameters:\n  learning_rate: ";
    return Stream.of(
        Arguments.of(HEAD + "sampeler: {name: grid}\n", 4, "sampeler"),
        Arguments.of(HEAD + "seeds: many\n", 4, "seeds"),
        Arguments.of(
            parameter + "{type: categorical, choices: []}\n",
            5,
            "parameters.learning_rate.choices"),
        Arguments.of(
            parameter + "{type: float, low: 0.1, high: 0.001}\n",
            5,
            "parameters.learning_rate.low"),
        Arguments.of("name: bad\nvariants: [dense]\ndatasets: [glue/kola]\n", 3, "datasets[0]"),
        Arguments.of("name: bad\nvariants: [hypermo]\ndatasets: [wordnet]\n", 2, "variants[0]"),
        Arguments.of(
            HEAD
                + "parameters: {learning_rate: {type: float, low: 0.001, high: 0.1}}\n"
                + "budget: {trials: 1000000}\n",
            5,
            "budget.trials"),
        // Nobody writes a million down, but a grid comes to it quickly: 1000 x 1000 points.
        Arguments.of(
            HEAD
                + "parameters:\n  steps: {type: int, low: 1, high: 1000}\n"
                + "  batch: {type: int, low: 1, high: 1000}\nsampler: {name: grid}\n",
            5,
            "parameters"),
        Arguments.of(HEAD + "seeds: 1000000\n", 4, "seeds"));
  }

  private ValidatableResponse post(String path, String body) {
    return Yaml.of(body).post("/api/v1/" + path).then();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theErrorNamesLineFieldValueAndFix(String definition, int line, String field) {
    for (String path : new String[] {"plans", "sweeps"}) {
      var body =
          post(path, definition)
              .statusCode(422)
              .contentType("application/problem+json")
              .body("type", endsWith("/invalid-definition"))
              .extract()
              .jsonPath();
      assertThat(body.getList("errors.field", String.class)).contains(field);
      int at = body.getList("errors.field", String.class).indexOf(field);
      assertThat(body.getInt("errors[" + at + "].line")).isEqualTo(line);
      assertThat(body.getString("errors[" + at + "].message")).isNotBlank();
      assertThat(body.getString("errors[" + at + "].fix")).isNotBlank();
      assertThat(body.getString("errors[" + at + "].value")).isNotNull();
    }
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(9)).append("x]\n");
    }
    post("sweeps", bomb + HEAD)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("/invalid-definition"))
        .body("detail", containsString("alias"));
  }

  @Test
  void tenThousandBracketsAreRefused() {
    post("sweeps", HEAD + "seeds: " + "[".repeat(200_000))
        .statusCode(422)
        .body("type", endsWith("/invalid-definition"));
  }

  @Test
  void twoMegabytesAreTooLarge() {
    post("sweeps", HEAD + "#".repeat(2 << 20))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", endsWith("/too-large"))
        .body("detail", containsString("1048576 bytes"));
  }

  @Test
  void brokenUtf8IsNamed() {
    Yaml.of(new byte[] {'n', ':', '\n', 'x', ' ', (byte) 0xC3, '('})
        .post("/api/v1/sweeps")
        .then()
        .statusCode(422)
        .body("type", endsWith("/invalid-definition"))
        .body("errors[0].line", equalTo(2))
        .body("errors[0].column", equalTo(3))
        .body("errors[0].message", containsString("0xC3 is not UTF-8"));
  }

  @Test
  void aNulCharacterNeverReachesTheDatabase() {
    client()
        .contentType("application/json")
        .body("{\"name\":\"a\\u0000b\",\"variants\":[\"dense\"],\"datasets\":[\"trec\"]}")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(422)
        .body("type", endsWith("/invalid-definition"));
  }

  @Test
  void emptyBodiesAndOtherMediaTypesAreRefused() {
    post("sweeps", "").statusCode(422).body("type", endsWith("/invalid-definition"));
    client()
        .contentType("text/csv")
        .body(HEAD)
        .post("/api/v1/sweeps")
        .then()
        .statusCode(415)
        .body("type", endsWith("/unsupported-media-type"));
    Yaml.of(HEAD)
        .queryParam("priority", "high")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("priority"));
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(sql.number("select count(*) from sweep")).isZero();
    assertThat(sql.number("select count(*) from trial")).isZero();
    assertThat(sql.number("select count(*) from run")).isZero();
    assertThat(sql.number("select count(*) from team")).isEqualTo(1);
  }
}
