package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.catalogue.submission.SubmissionFile;
import java.util.Map;

/**
 * Who answers a file: the model of its own dataset, or, for a diagnostic that nothing is trained
 * on, the model of the task that its makers name.
 *
 * @param dataset whose model answers
 * @param split name of the split among the predictions
 */
record Answering(String dataset, String split) {

  /** GLUE and SuperGLUE: AX with MNLI; AX-b and AX-g with RTE. */
  private static final Map<String, String> MODELS =
      Map.of(
          "glue/ax", "glue/mnli",
          "superglue/ax-b", "superglue/rte",
          "superglue/ax-g", "superglue/rte");

  static Answering of(SubmissionFile file) {
    String model = MODELS.get(file.dataset());
    return model == null
        ? new Answering(file.dataset(), file.split())
        : new Answering(model, file.dataset() + "/" + file.split());
  }
}
