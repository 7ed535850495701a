package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Sample;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One trial on one dataset: what its seeds say.
 *
 * @param n runs with a value
 * @param of runs planned
 * @param failed runs that ended without a value
 * @param mean null for n = 0
 * @param sd sample standard deviation over seeds; null for n below 2
 * @param low lower end of the 95 % t interval over seeds; null for n below 2
 * @param high its upper end
 */
public record Cell(
    @Schema(examples = "wordnet/noun-supersense") String dataset,
    @Schema(examples = "accuracy") String metric,
    @Schema(examples = "3") int n,
    @Schema(examples = "3") int of,
    @Schema(examples = "0") int failed,
    @Schema(nullable = true, examples = "0.561") Double mean,
    @Schema(nullable = true, examples = "0.012") Double sd,
    @Schema(nullable = true, examples = "0.531") Double low,
    @Schema(nullable = true, examples = "0.591") Double high) {

  private static final double CONFIDENCE = 0.95;

  /** The cell of these values, one per seed. */
  static Cell of(String dataset, String metric, int of, int failed, double[] values) {
    if (values.length == 0) {
      return new Cell(dataset, metric, 0, of, failed, null, null, null, null);
    }
    Sample sample = Sample.of(values);
    Optional<Interval> interval = sample.estimate().interval(CONFIDENCE);
    return new Cell(
        dataset,
        metric,
        sample.n(),
        of,
        failed,
        sample.mean(),
        sample.n() < 2 ? null : sample.standardDeviation(),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null));
  }
}
