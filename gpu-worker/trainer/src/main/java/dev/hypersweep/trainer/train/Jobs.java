package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.BackboneKind;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.TaskKind;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.DatasetAbsent;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.writing.LanguageModelJob;
import dev.hypersweep.trainer.train.writing.TextToTextJob;

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
    BackboneKind backbone = BackboneKind.named(settings.choice("backbone")).orElseThrow();
    Dataset dataset = corpus.dataset();
    if (!backbone.fits(dataset.kind())) {
      throw new InvalidSetting(
          "settings.backbone: "
              + backbone.word()
              + " cannot learn "
              + dataset.name()
              + ", a dataset for "
              + dataset.kind().kindName()
              + "; take one of "
              + BackboneKind.fitting(dataset.kind()));
    }
    if (corpus.train().isEmpty()) {
      throw new DatasetAbsent(
          dataset.name() + ": there is no training split here, so nothing can be learnt from it");
    }
    if (!backbone.writes()) {
      return EncoderJobs.of(session, specification, settings, training, corpus);
    }
    return dataset.kind() == TaskKind.LANGUAGE_MODEL
        ? LanguageModelJob.of(session, specification, settings, training, corpus, dataset.metric())
        : TextToTextJob.of(session, specification, settings, training, corpus, dataset.metrics());
  }
}
