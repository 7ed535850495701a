package dev.hypersweep.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

  private static final String BOARD =
      """
      {"benchmark":"wordnet","title":"WordNet supersenses","evaluationProtocol":"abc","confidence":0.95,
       "rule":"mean of the datasets' metrics","excluded":[{"reason":"another dataset hash","results":2}],
       "datasets":[{"name":"noun","metric":"accuracy","majority":0.145},{"name":"verb","metric":"accuracy","majority":0.167}],
       "rows":[
        {"rank":1,"rankLow":1,"rankHigh":2,"tiedWith":["dense"],"variant":"moe","score":0.49,"low":0.47,"high":0.51,
         "parametersCount":434000,"activeParameters":210000,"trainSeconds":61.2,
         "cells":[{"dataset":"noun","n":3,"of":3,"failed":0,"mean":0.56,"low":0.54,"high":0.58},
                  {"dataset":"verb","n":3,"of":3,"failed":0,"mean":0.42,"low":%s,"high":0.44}]},
        {"rank":null,"rankLow":null,"rankHigh":null,"tiedWith":[],"variant":"dense","score":null,"low":null,"high":null,
         "cells":[{"dataset":"noun","n":1,"of":3,"failed":2,"mean":0.55,"low":null,"high":null},
                  {"dataset":"verb","n":0,"of":3,"failed":1,"mean":null,"low":null,"high":null}]}]}
      """;

  @Test
  void aLeaderboardShowsIntervalsTiesAndHoles() throws Exception {
    String text =
        String.join("\n", LeaderboardView.lines(json(BOARD.formatted("0.40")), Style.PLAIN));

    assertThat(text)
        .contains("0.490 [0.470 .. 0.510]")
        .contains("1 to 2")
        .contains("0.550 (1 of 3, 2 failed)")
        .contains("hole (0 of 3, 1 failed)")
        .contains("434k")
        .contains("not counted: 2 results, another dataset hash");
  }

  @Test
  void aSweepsHealthSaysWhatWasSeenWhatToDoAndWhere() throws Exception {
    JsonNode health =
        json(
            """
            {"ended":42,"measured":40,"importancesFrom":40,
             "findings":[{"kind":"EDGE","severity":"WARNING","place":"parameters.dropout","subject":"dropout",
               "text":"5 of the 5 best trials lie at the upper end.","advice":"Widen the range.","evidence":{"best":5}}],
             "importances":[{"parameter":"dropout","value":0.81,"low":0.7,"high":0.92}]}
            """);
    assertThat(HealthView.lines(health, Style.PLAIN))
        .containsExactly(
            "health  from 42 trials that ended, 40 with an objective",
            "WARNING  5 of the 5 best trials lie at the upper end.",
            "         Widen the range. (parameters.dropout)",
            "",
            "parameter  importance",
            "dropout    0.81 [0.70 .. 0.92]");
    JsonNode silent = json("{\"ended\":40,\"measured\":40,\"findings\":[],\"importances\":[]}");
    assertThat(HealthView.lines(silent, Style.PLAIN)).contains("nothing conspicuous");
  }

  @Test
  void rowsOfOneVariantAreToldApartByWhatWasVaried() throws Exception {
    String row =
        """
        {"rank":%d,"rankLow":1,"rankHigh":2,"tieGroup":1,"tiedWith":["moe %s"],"variant":"moe",
         "configurationHash":"%s","parameters":{"experts":%d},"score":0.49,"low":0.47,"high":0.51,
         "cells":[]}
        """;
    String rows =
        row.formatted(1, "bbbbbbbb", "aaaaaaaa11", 4)
            + ","
            + row.formatted(2, "aaaaaaaa", "bbbbbbbb22", 8);
    String board = "{\"benchmark\":\"wordnet\",\"datasets\":[],\"rows\":[" + rows + "]}";
    List<String> lines = LeaderboardView.lines(json(board), Style.PLAIN);
    assertThat(lines.get(1)).contains("configuration", "varied", "tie group");
    assertThat(lines)
        .anyMatch(line -> line.contains("aaaaaaaa ") && line.contains("experts 4"))
        .anyMatch(line -> line.contains("bbbbbbbb ") && line.contains("experts 8"));
  }

  @Test
  void aTaskOfSeveralMetricsShowsThemAndAPartialMeanItsOwnName() throws Exception {
    String board =
        """
        {"benchmark":"glue","scoreHigherIsBetter":true,"datasets":[{"name":"glue/mrpc","task":"MRPC",
         "metric":"f1, accuracy"},{"name":"glue/ax","task":"AX","metric":"matthews","diagnostic":true}],
         "averages":[{"name":"official","title":"mean over 9 tasks"}],
         "rows":[{"rank":null,"variant":"moe","score":null,"cells":[{"dataset":"glue/mrpc","n":1,"of":1,
         "mean":0.7,"metrics":[{"metric":"f1","mean":0.8,"examplesLow":0.75,"examplesHigh":0.85},{"metric":"accuracy","mean":0.6}]}],
         "averages":[{"name":"official","value":null,
         "partialName":"official[8 of 9 tasks: without WNLI]","partialMean":0.9}]}]}
        """;
    String text = String.join("\n", LeaderboardView.lines(json(board), Style.PLAIN));
    assertThat(text)
        .contains("MRPC f1, accuracy")
        .contains("AX matthews (diagnostic)")
        .contains("0.700 (0.8000 {0.750 .. 0.850}, 0.6000)")
        .contains("braces: 95 % bootstrap intervals over examples")
        .contains("- (official[8 of 9 tasks: without WNLI] = 0.9000)");
  }

  @Test
  void aSubmissionSaysTaskByTaskWhatIsMissing() throws Exception {
    String report =
        """
        {"benchmark":"glue","title":"GLUE","complete":false,"tasks":[{"task":"CoLA","file":"CoLA.tsv",
         "dataset":"glue/cola","run":7,"trial":0,"score":0.41,"answers":1063,"examples":1063,
         "missing":null},{"task":"AX","file":"AX.tsv","dataset":"glue/mnli","run":null,"trial":null,
         "score":null,"answers":0,"examples":1104,"missing":"sweep 3 has no run on glue/mnli"}]}
        """;
    String text = String.join("\n", SubmissionView.lines(json(report), null, Style.PLAIN));
    assertThat(text)
        .contains("1,063 of 1,063")
        .contains("sweep 3 has no run on glue/mnli")
        .contains("1 of 2 tasks are missing");
  }

  @Test
  void theClosestCellStandsForAllThatBeatTheMajorityClass() throws Exception {
    assertThat(MajorityView.lines(json(BOARD.formatted("0.40"))))
        .containsExactly(
            "every variant beats the majority class: closest is moe on verb: 0.420 [0.400 .. 0.440] against 0.167");
  }

  @Test
  void anIntervalThatReachesTheMajorityClassIsNotClear() throws Exception {
    assertThat(MajorityView.lines(json(BOARD.formatted("0.16"))))
        .first()
        .asString()
        .startsWith("NOT every variant");
  }

  @Test
  void aSweepIsShownWithTheHashOfItsDefinition() throws Exception {
    JsonNode sweep =
        json("{\"id\":3,\"name\":\"demo\",\"state\":\"COMPLETED\",\"definitionHash\":\"65ab\"}");
    JsonNode none = json("{\"items\":[]}");
    assertThat(SweepView.lines(sweep, none, none, none, none, "http://host", Style.PLAIN))
        .contains("hash  65ab", "page  http://host/sweeps/3");
  }

  @Test
  void progressSaysWhatIsDoneAndHowLongItTakes() throws Exception {
    JsonNode sweep =
        json(
            """
            {"id":3,"name":"demo","state":"RUNNING","secondsLeft":72.4,
             "objective":{"metric":"accuracy"},"best":{"variant":"moe","value":0.5612,"partial":null},
             "runs":{"total":24,"waiting":12,"held":1,"leased":2,"succeeded":8,"pruned":0,"failed":1,"cancelled":0,"reused":3}}
            """);
    JsonNode workers =
        json(
            """
            {"items":[{"name":"a-1","currentRun":{"id":9,"sweepId":3,"dataset":"noun","variant":"moe","step":40,"steps":400}},
                      {"name":"a-2","currentRun":{"id":8,"sweepId":null,"dataset":"noun","variant":"moe","step":0,"steps":400}},
                      {"name":"a-3","currentRun":null}]}
            """);
    ProgressView view = new ProgressView(sweep, workers, 12.3);

    assertThat(view.line())
        .isEqualTo(
            "sweep 3 RUNNING: 9 done / 2 running / 13 waiting (3 computed before) (1 failed),"
                + " best moe accuracy 0.5612, time left about 1 min 12 s");
    assertThat(view.block(Style.PLAIN))
        .contains("  [###############.........................] 9/24")
        .contains("  time left  about 1 min 12 s")
        .contains("  a-1: run 9, moe on noun, step 40 of 400")
        .hasSize(6);
  }

  @Test
  void whatLeadsBeforeATrialIsCompleteIsShownAsThePartThatItIs() throws Exception {
    JsonNode sweep =
        json(
            """
            {"id":3,"name":"demo","state":"RUNNING","objective":{"metric":"accuracy"},"runs":{"total":24,"succeeded":1},
             "best":{"variant":"moe","value":0.7043,"partial":{"dataset":"noun","seeds":1,"of":3}}}
            """);

    assertThat(new ProgressView(sweep, json("{}"), 1).block(Style.PLAIN))
        .contains("  best       moe accuracy 0.7043 on noun (1 of 3 seeds, no trial is complete)");
    assertThat(SweepsView.lines(json("{\"items\":[" + sweep + "]}"), false, Style.PLAIN).get(1))
        .contains("moe", "(0.7043)");
  }

  @Test
  void aVerdictNamesTheFirstStepThatDiffers() throws Exception {
    JsonNode audit =
        json(
            """
            {"id":1,"runId":4,"state":"JUDGED","verdict":"DIFFERENT","firstDifference":17,"reason":"the digests part",
             "metrics":[{"name":"accuracy","original":0.5,"repeated":0.49}],"environmentDifferences":[]}
            """);

    assertThat(AuditView.lines(audit, Style.PLAIN))
        .containsExactly(
            "DIFFERENT  run 4: the digests part",
            "first step that differs: 17",
            "metric    original  repeated",
            "accuracy       0.5      0.49");
  }

  @Test
  void aSweepCountsTheRunsOfTheStatesThatThereAre() throws Exception {
    JsonNode sweep =
        json(
            """
            {"id":2,"name":"x","state":"WAITING","runs":{"total":24,"waiting":8,"held":0,"toCome":16}}
            """);
    assertThat(SweepView.summary(sweep, "http://here", Style.PLAIN))
        .contains("runs  24, of which 8 waiting, 16 to come");
  }

  @Test
  void anEstimateThatMayBeNothingSaysHowMuchItIsAtMost() throws Exception {
    JsonNode plan =
        json(
            """
            {"name":"x","trials":1,"runs":1,"alreadyComputed":0,"toCompute":1,"variants":["moe"],"seeds":[0],"datasets":[],
             "estimate":{"seconds":202,"secondsLow":0.0,"secondsHigh":416,"workers":2,"runSeconds":67,"basedOnRuns":2},"warnings":[]}
            """);
    assertThat(PlanView.lines(plan, Style.PLAIN))
        .contains("x: 1 run of 1 trial, 0 computed already, 1 to compute")
        .anyMatch(line -> line.contains("about 3 min 22 s (at most 6 min 56 s) with 2 workers"));
  }

  @Test
  void aPlanSaysWhatIsComputedAlready() throws Exception {
    JsonNode plan =
        json(
            """
            {"name":"demo","trials":4,"runs":24,"alreadyComputed":20,"toCompute":4,"variants":["dense","moe"],"seeds":[0,1,2],
             "datasets":[{"name":"noun","onWorkers":2,"trainExamples":60000,"evaluationExamples":5000,"classes":26,"majority":0.1449},
                         {"name":"glue/cola","onWorkers":0,"trainExamples":null,"evaluationExamples":null,"classes":null,"majority":null}],
             "estimate":null,"warnings":["no live worker has glue/cola"]}
            """);

    assertThat(PlanView.lines(plan, Style.PLAIN))
        .contains("demo: 24 runs of 4 trials, 20 computed already, 4 to compute")
        .contains("warning: no live worker has glue/cola")
        .anyMatch(line -> line.contains("0.145"))
        .anyMatch(line -> line.matches("glue/cola +- +- +- +- +0"));
  }

  @Test
  void aPlanThatPromotesSaysWhatEachRungTakesAndThatTheTimeIsABound() throws Exception {
    JsonNode plan =
        json(
            """
            {"name":"demo","trials":9,"runs":9,"alreadyComputed":0,"toCompute":9,"variants":["dense"],"seeds":[0],"datasets":[],
             "promotion":{"rungs":[{"step":100,"least":9,"most":9},{"step":300,"least":3,"most":7},{"step":900,"least":1,"most":5}],
                          "deviceHoursLow":0.021,"deviceHoursHigh":0.052},
             "estimate":null,"warnings":[]}
            """);

    assertThat(PlanView.lines(plan, Style.PLAIN))
        .contains(
            "promotion 9 runs to step 100, 3 to 7 runs to step 300, 1 to 5 runs to step 900;"
                + " 0.02 to 0.05 device-hours",
            "          the time above is that of all runs to their ends: an upper bound");
  }

  @Test
  void aPlanWithNothingToComputeTakesNoTime() throws Exception {
    JsonNode plan =
        json(
            """
            {"name":"demo","trials":4,"runs":24,"alreadyComputed":24,"toCompute":0,"variants":["dense"],"seeds":[0],"datasets":[],
             "estimate":{"workers":1,"seconds":0,"runSeconds":0,"basedOnRuns":0},"warnings":[]}
            """);

    assertThat(PlanView.lines(plan, Style.PLAIN))
        .contains("time      none: everything is computed already");
  }

  @Test
  void countsAgreeWithTheirNouns() throws Exception {
    JsonNode plan =
        json(
            """
            {"name":"demo","trials":1,"runs":3,"alreadyComputed":0,"toCompute":3,"variants":["dense"],"seeds":[0],"datasets":[],
             "estimate":{"workers":1,"seconds":30,"runSeconds":10,"basedOnRuns":24},"warnings":[]}
            """);

    assertThat(PlanView.lines(plan, Style.PLAIN))
        .contains("time      about 30 s with 1 worker, 10 s a run (from 24 earlier runs)");
  }

  @Test
  void aListThatWasFilteredDoesNotClaimThatThereIsNothingAtAll() throws Exception {
    JsonNode page = json("{\"items\":[]}");

    assertThat(SweepsView.lines(page, true, Style.PLAIN)).containsExactly("no sweep is like that");
    assertThat(SweepsView.lines(page, false, Style.PLAIN)).first().asString().contains("submit");
  }

  @Test
  void namesCannotCommandTheTerminal() throws Exception {
    assertThat(Text.of(json("\"a\\u001b[31mred \\u009b2J\""))).isEqualTo("a [31mred  2J");
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }
}
