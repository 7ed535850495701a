package dev.hypersweep.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void everyMistakeIsALineWithItsPlaceAndItsFix() {
    Problem problem =
        Problem.of(
            422,
            """
            {"title":"The definition is not valid","status":422,"errors":[
             {"line":7,"column":3,"field":"parameters.learning_rate.low","value":"0.1",
              "message":"low 0.1 is above high 0.001","fix":"exchange low and high"},
             {"line":9,"column":37,"field":"parameters.learning_rate.low","value":"0",
              "message":"not between 1e-8 and 10","fix":"write 1e-8 or more"},
             {"line":2,"column":1,"field":null,"message":"unknown field colour","fix":null},
             {"field":"variants","message":"missing","fix":"add variants"}]}
            """);

    assertThat(problem.lines("demo.yaml"))
        .containsExactly(
            "demo.yaml:7:3 parameters.learning_rate.low: low 0.1 is above high 0.001 (exchange low and high)",
            "demo.yaml:9:37 parameters.learning_rate.low: 0: not between 1e-8 and 10 (write 1e-8 or more)",
            "demo.yaml:2:1: unknown field colour",
            "variants: missing (add variants)");
  }

  @Test
  void aParameterIsNamedWithItsValue() {
    Problem problem =
        Problem.of(
            400,
            """
            {"type":"https://hypersweep.dev/problems/invalid-parameter","title":"A parameter is not valid",
             "errors":[{"field":"limit","value":"0","message":"not in its range","fix":"allowed: 1 to 200"}]}
            """);

    assertThat(problem.lines("")).containsExactly("limit: 0: not in its range (allowed: 1 to 200)");
    assertThat(problem.ofParameter()).isTrue();
  }

  @Test
  void aProblemWithoutPlacesIsItsTitleAndDetail() {
    Problem problem =
        Problem.of(404, "{\"title\":\"Not found\",\"detail\":\"There is no run 9.\"}");

    assertThat(problem.lines("9")).containsExactly("Not found: There is no run 9.");
  }

  @Test
  void aFaultOfTheServerNamesItsRequest() {
    Problem problem = Problem.of(500, "{\"title\":\"A fault\",\"requestId\":\"ab12\"}");

    assertThat(problem.lines("")).containsExactly("A fault [request ab12]");
  }

  @Test
  void anAnswerOfAnotherFormIsShownByItsStatus() {
    assertThat(Problem.of(502, "<html>Bad gateway</html>").lines(""))
        .containsExactly("the server answered with status 502");
    assertThat(Problem.of(502, "").lines(""))
        .containsExactly("the server answered with status 502");
  }
}
