package dev.hypersweep.sweeps.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.sweeps.matrix.Place;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurveFilesTest {

  private static TableCurves csv(String text) {
    return CsvCurves.read(text.lines().toList(), 2);
  }

  @Test
  void columnsOfStepsAreACurve() {
    TableCurves table = csv("lr,gate,e1,e3,e9\n0.1,top1,3,2,1\n0.2,top1,3,,1.5\n");
    assertThat(table.steps()).isEqualTo(9);
    Curve curve = table.of(new TreeMap<>(Map.of("lr", 0.1, "gate", "top1"))).get(0);
    assertThat(curve.steps()).containsExactly(1, 3, 9);
    assertThat(curve.seconds()).isEqualTo(18);
    Curve holed = table.of(new TreeMap<>(Map.of("lr", 0.2, "gate", "top1"))).get(0);
    assertThat(holed.steps()).containsExactly(1, 9);
    assertThat(table.optimum()).hasValue(1);
  }

  @Test
  void columnsOfDatasetsAndSeedsAreCells() {
    TableCurves table = csv("x,d1s1,d1s2,d2s1,d2s2\n4,1,2,3,4\n");
    assertThat(table.places())
        .containsExactly(
            new Place("d1", 1), new Place("d1", 2), new Place("d2", 1), new Place("d2", 2));
    assertThat(table.optimum()).hasValue(2.5);
  }

  @Test
  void faultsNameLineAndColumn() {
    assertThatThrownBy(() -> csv("a,b\n1,2\n"))
        .hasMessageContaining("line 1")
        .hasMessageContaining("e1");
    assertThatThrownBy(() -> csv("a,e1\n1,2,3\n")).hasMessageContaining("line 2: 3 values for 2");
    assertThatThrownBy(() -> csv("a,e1\n1,x\n")).hasMessageContaining("line 2, column e1: 'x'");
    assertThatThrownBy(() -> csv("a,e2,e1\n1,2,3\n")).hasMessageContaining("ascend");
    assertThatThrownBy(() -> csv("a,e1\n1,2\n1,3\n"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("again");
    assertThatThrownBy(() -> csv("")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> csv("a,e1\n")).hasMessageContaining("a trial");
  }

  @Test
  void storedRunsAreReadInTheirMetricsDirection() {
    StoredCurves read =
        StoredCurves.read(
            """
            {"goal": "maximize", "trials": [
              {"parameters": {"lr": 0.1, "gate": "a"}, "runs": [
                {"dataset": "glue/rte", "seed": 0, "seconds": 80, "curve": [[100, 0.5], [200, 0.75]]},
                {"dataset": "glue/rte", "seed": 1, "seconds": 90, "curve": [[100, 0.5], [200, null]]}]},
              {"parameters": {"lr": 0.2, "gate": "a"}, "runs": [
                {"dataset": "glue/rte", "seed": 0, "seconds": 80, "curve": [[200, 0.9]]}]}]}
            """);
    assertThat(read.leftOut()).isEqualTo(1);
    assertThat(read.curves().steps()).isEqualTo(200);
    Curve curve = read.curves().of(read.curves().anyPoint()).get(0);
    assertThat(curve.losses()).containsExactly(-0.5, -0.75);
    assertThat(curve.seconds()).isEqualTo(80);
  }

  @Test
  void faultsOfStoredRunsNameThePlace() {
    assertThatThrownBy(() -> StoredCurves.read("{\n\"trials\":[")).hasMessageContaining("line 2");
    assertThatThrownBy(() -> StoredCurves.read("{\"trials\":[{}]}"))
        .hasMessageContaining("trials[0]: parameters");
    assertThatThrownBy(
            () ->
                StoredCurves.read(
                    "{\"trials\":[{\"parameters\":{},\"runs\":[{\"curve\":[[1,2],[1,3]]}]}]}"))
        .hasMessageContaining("trials[0].runs[0].curve[1]");
    assertThatThrownBy(() -> StoredCurves.read("{\"goal\":\"max\"}")).hasMessageContaining("'max'");
    assertThatThrownBy(() -> StoredCurves.read("{}")).hasMessageContaining("no trial");
  }
}
