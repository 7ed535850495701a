package dev.hypersweep.orchestrator.prediction;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a model said of one example. */
@Schema(name = "Prediction")
public record PredictionRow(
    @Schema(examples = "0", description = "place in the file, from 0") long row,
    @Schema(examples = "dev") String split,
    @Schema(examples = "17", description = "the example's, unique inside its split") String id,
    @Schema(nullable = true, description = "what the example belongs to") String group,
    @Schema(description = "as people see it, at most 2,000 characters") String input,
    @Schema(description = "a label's name, a number, an option, a span or a text") String output,
    @Schema(description = "what would have been right; empty where the split has no answers")
        List<String> references,
    @Schema(description = "what is defined for one example, by name")
        SortedMap<String, Double> scores) {

  private static final List<String> TRUTH = List.of("correct", "exact_match");

  /** Which of the names of scores says whether an example is right; null if none does. */
  static String judge(Collection<String> scores) {
    return TRUTH.stream().filter(scores::contains).findFirst().orElse(null);
  }

  /** Whether it is right; null where that cannot be said. */
  Boolean right() {
    String judge = judge(scores.keySet());
    return judge == null ? null : (Boolean) (scores.get(judge) == 1.0);
  }
}
