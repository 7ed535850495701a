package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.tensor.Session;

/** From a specification and its data to a run made ready: the one place that knows every task. */
final class Jobs {

  private Jobs() {}

  /** The job for the dataset's kind of task and the backbone that the settings name. */
  static Job<?> of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus) {
    return EncoderJobs.of(session, specification, settings, training, corpus);
  }
}
