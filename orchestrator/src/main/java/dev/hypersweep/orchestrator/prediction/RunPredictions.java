package dev.hypersweep.orchestrator.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** The predictions of a run, for other features. */
@ApplicationScoped
public class RunPredictions {

  @Inject StoredPredictions stored;
  @Inject PredictionReader reader;

  /** Why a run has none, in words; empty if it has some. */
  public Optional<String> absent(long run) {
    return Optional.ofNullable(stored.of(run).absent());
  }

  /** Every row, in the order of the file. */
  public void each(long run, Consumer<PredictionRow> row) {
    reader.read(
        stored.of(run).present().sha256(),
        one -> {
          row.accept(one);
          return true;
        });
  }
}
