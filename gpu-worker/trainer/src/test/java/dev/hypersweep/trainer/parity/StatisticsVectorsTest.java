package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics, aggregates, search, benchmark scores and submissions against reference numbers. */
class StatisticsVectorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"statistics", "robust_aggregates", "search", "benchmark_averages", "submissions"})
  void everyCaseIsWithinItsTolerance(String name) throws IOException {
    Map<String, Outcome> outcomes =
        VectorFile.run(SharedVectors.folder("metrics").resolve(name + ".jsonl"));
    assertThat(outcomes).isNotEmpty();
    assertThat(outcomes.values()).filteredOn(outcome -> !outcome.passes()).isEmpty();
  }
}
