package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.catalogue.benchmark.Diagnostics;
import dev.hypersweep.catalogue.submission.SubmissionFile;

/**
 * Who answers a file: the model of its own dataset, or of the one that its makers name.
 *
 * @param dataset whose model answers
 * @param split name of the split among the predictions
 */
record Answering(String dataset, String split) {

  static Answering of(SubmissionFile file) {
    return Diagnostics.modelOf(file.dataset())
        .map(model -> new Answering(model, Diagnostics.split(file.dataset(), file.split())))
        .orElseGet(() -> new Answering(file.dataset(), file.split()));
  }
}
