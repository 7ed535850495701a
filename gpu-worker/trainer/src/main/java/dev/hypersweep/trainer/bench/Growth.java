package dev.hypersweep.trainer.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How the cost of HyperMoE grows with one number while the others stay: a row per value, measured
 * in turns, beside what arithmetic predicts.
 *
 * @param axis the number that grows
 */
record Growth(String axis, List<Row> rows) {

  private static final int[] EXPERTS = {4, 8, 16, 32, 64};
  private static final int[] SELECTED = {1, 2, 3, 4};
  private static final int[] BOTTLENECKS = {8, 16, 32, 64};
  private static final int[] WIDTHS = {64, 128, 256, 512};

  /**
   * One value of the axis. Ratios are to the first value.
   *
   * @param parameters of the model
   * @param macs of a forward pass
   */
  record Row(
      Side side,
      Workload workload,
      long parameters,
      Macs macs,
      double macsRatio,
      Medians training,
      Medians trainingRatio,
      Medians inference,
      Medians inferenceRatio) {}

  private record Point(Side side, Workload workload) {}

  /** Measures one axis after the other and reports each as it is done. */
  static void run(Workload w, Plan plan, Report report) throws IOException {
    report.growth(of("N", EXPERTS, n -> w.sparse(n, w.k(), w.bottleneck()), plan));
    report.growth(of("k", SELECTED, k -> w.sparse(w.experts(), k, w.bottleneck()), plan));
    report.growth(of("b", BOTTLENECKS, b -> w.sparse(w.experts(), w.k(), b), plan));
    report.growth(of("d", WIDTHS, w::wide, plan));
  }

  /** One axis at these values. */
  static Growth of(String axis, int[] values, IntFunction<Workload> workload, Plan plan)
      throws IOException {
    List<Point> points =
        Arrays.stream(values)
            .mapToObj(
                value ->
                    new Point(
                        new Side(Side.HYPERSWEEP, Variant.HYPERMOE, axis + " " + value),
                        workload.apply(value)))
            .filter(point -> point.workload().k() < point.workload().experts())
            .toList();
    List<StepProcess> processes = new ArrayList<>();
    try {
      for (Point point : points) {
        processes.add(StepProcess.ours(point.workload(), point.side()));
      }
      Alternation alternation = new Alternation(processes, plan.steps());
      alternation.warmUp(plan.warmUp());
      return of(axis, points, processes, alternation.run(plan.rounds()));
    } finally {
      processes.forEach(StepProcess::close);
    }
  }

  private static Growth of(
      String axis, List<Point> points, List<StepProcess> processes, Timings timings) {
    Point first = points.get(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Side side = points.get(i).side();
      Workload w = points.get(i).workload();
      rows.add(
          new Row(
              side,
              w,
              processes.get(i).ready().path("parameters").asLong(),
              Macs.of(w),
              Macs.of(w).sum() / Macs.of(first.workload()).sum(),
              timings.seconds(side, Work.TRAINING),
              timings.ratio(side, first.side(), Work.TRAINING),
              timings.seconds(side, Work.INFERENCE),
              timings.ratio(side, first.side(), Work.INFERENCE)));
    }
    return new Growth(axis, rows);
  }
}
