package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Text;
import java.util.Optional;

/**
 * What leads a sweep: its best complete trial, or the cell that leads as long as there is none;
 * with several objectives, its front.
 */
final class BestView {

  private BestView() {}

  /** Variant, metric and value, and how much of it is known; empty before the first result. */
  static Optional<String> words(JsonNode sweep) {
    JsonNode best = sweep.path("best");
    if (!best.isObject()) {
      return FrontView.words(sweep);
    }
    String value =
        "%s %s %s"
            .formatted(
                Text.of(best.path("variant")),
                Text.of(sweep.path("objective").path("metric")),
                Numbers.score(best.path("value")));
    JsonNode cell = best.path("partial");
    return Optional.of(
        cell.isObject()
            ? "%s on %s (%s of %s seeds, no trial is complete)"
                .formatted(
                    value,
                    Text.of(cell.path("dataset")),
                    Text.of(cell.path("seeds")),
                    Text.of(cell.path("of")))
            : value);
  }

  /** The value for a column; in brackets while no trial is complete. */
  static String score(JsonNode sweep) {
    JsonNode best = sweep.path("best");
    String score = Numbers.score(best.path("value"));
    return best.path("partial").isObject() ? "(" + score + ")" : score;
  }
}
