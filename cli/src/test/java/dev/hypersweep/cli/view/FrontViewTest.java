package dev.hypersweep.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.cli.text.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontViewTest {

  @Test
  void theFrontOfSeveralObjectivesStandsInTheSummaryAndInATable() throws Exception {
    JsonNode sweep =
        json(
            """
            {"id":3,"name":"demo","state":"FINISHED","best":null,
             "objectives":[{"metric":"accuracy","goal":"maximize","aggregate":"mean"},
                           {"metric":"parameters","goal":"minimize","aggregate":"mean"}],
             "front":{"measured":4,"without":0,"share":0.5868,"trials":[
               {"number":1,"variant":"moe","parameters":{"hidden":32},
                "values":[{"value":0.6,"low":0.58,"high":0.62},{"value":21000,"low":21000,"high":21000}]},
               {"number":0,"variant":"moe","parameters":{"hidden":16},
                "values":[{"value":0.5,"low":null,"high":null},{"value":900,"low":null,"high":null}]}]}}
            """);
    JsonNode none = json("{\"items\":[]}");
    List<String> lines = SweepView.lines(sweep, none, none, none, none, "http://host", Style.PLAIN);
    assertThat(lines).contains("best  2 of 4 trials on the front, hypervolume 58.7 %");
    assertThat(lines.stream().map(line -> line.replaceAll(" +", " ").strip()))
        .containsSequence(
            "front variant mean accuracy mean parameters parameters",
            "1 moe 0.600 [0.580 .. 0.620] 21k hidden 32",
            "0 moe 0.5000 900 hidden 16");
    assertThat(SweepView.summary(json("{\"id\":3,\"front\":null}"), "http://host", Style.PLAIN))
        .noneMatch(line -> line.startsWith("best"));
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }
}
