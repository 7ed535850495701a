package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.optimiser.LearningRateSchedule;

/**
 * The numbers that make a training; names and units as in the catalogue's settings.
 *
 * @param batch examples per step
 * @param microBatch examples per pass, at most {@code batch}
 * @param optimiser makes the optimiser
 * @param clip greatest global gradient norm, 0 for none
 * @param labelSmoothing 0 for none
 * @param divergence when a run is given up
 * @param patience when a run has learnt enough
 * @param routingEvery steps between routing statistics, 0 for none
 * @param similarityEvery evaluations between analyses of similarity, 0 for none
 */
public record TrainingConfiguration(
    int steps,
    int batch,
    int microBatch,
    OptimiserFactory optimiser,
    LearningRateSchedule schedule,
    double clip,
    double labelSmoothing,
    DivergenceRule divergence,
    PatienceRule patience,
    int evaluationBatch,
    int evaluationEvery,
    int routingEvery,
    int similarityEvery,
    int checkpointEvery) {

  /** Reads them from a variant's settings. */
  public static TrainingConfiguration of(SettingValues settings) {
    int steps = settings.integer("steps");
    int batch = settings.integer("batch");
    int microBatch = settings.integer("micro_batch");
    return new TrainingConfiguration(
        steps,
        batch,
        microBatch == 0 ? batch : microBatch,
        OptimiserFactory.of(settings),
        LearningRateSchedule.of(
            RateDecays.of(settings),
            settings.number("learning_rate"),
            settings.number("warmup"),
            steps),
        settings.number("clip"),
        settings.number("label_smoothing"),
        new DivergenceRule(
            settings.number("divergence_factor"), settings.integer("divergence_steps")),
        new PatienceRule(
            settings.integer("patience"),
            settings.choice("patience_metric").equals("loss"),
            settings.number("patience_delta")),
        settings.integer("evaluation_batch"),
        settings.integer("evaluation_every"),
        settings.has("routing_every") ? settings.integer("routing_every") : 0,
        settings.has("similarity_every") ? settings.integer("similarity_every") : 0,
        settings.integer("checkpoint_every"));
  }
}
