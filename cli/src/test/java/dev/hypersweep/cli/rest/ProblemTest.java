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
             {"line":2,"column":1,"field":null,"message":"unknown field colour","fix":null},
             {"field":"variants","message":"missing","fix":"add variants"}]}
            """);

    assertThat(problem.lines("demo.yaml"))
        .containsExactly(
            "demo.yaml:7:3 parameters.learning_rate.low: low 0.1 is above high 0.001 (exchange low and high)",
            "demo.yaml:2:1: unknown field colour",
            "demo.yaml variants: missing (add variants)");
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
