package dev.hypersweep.trainer.train;

/**
 * The numbers that make a training; names and units as in the catalogue's settings.
 *
 * @param clip greatest global gradient norm, 0 for none
 */
public record TrainingConfiguration(
    int steps,
    int batch,
    LearningRateSchedule schedule,
    double weightDecay,
    double clip,
    int evaluationBatch,
    int evaluationEvery,
    int checkpointEvery) {

  /** Reads them from a variant's settings. */
  public static TrainingConfiguration of(SettingValues settings) {
    int steps = settings.integer("steps");
    return new TrainingConfiguration(
        steps,
        settings.integer("batch"),
        LearningRateSchedule.of(
            settings.choice("schedule"),
            settings.number("learning_rate"),
            settings.number("warmup"),
            steps),
        settings.number("weight_decay"),
        settings.number("clip"),
        settings.integer("evaluation_batch"),
        settings.integer("evaluation_every"),
        settings.integer("checkpoint_every"));
  }
}
