package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.TrainingSteps;
import dev.hypersweep.trainer.optimiser.LearningRateSchedule;

/**
 * The numbers that make a training; names and units as in the catalogue's settings.
 *
 * @param epochs passes over the training split that decide the steps; 0 if they are given
 * @param batch examples per step
 * @param bucketed whether examples of like length make a batch
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
    double epochs,
    int batch,
    boolean bucketed,
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

  private static final double MOST_STEPS = 100_000_000;

  /** Reads them from a variant's settings. */
  public static TrainingConfiguration of(SettingValues settings) {
    int steps = settings.integer("steps");
    int batch = settings.integer("batch");
    int microBatch = settings.integer("micro_batch");
    return new TrainingConfiguration(
        steps,
        settings.number("epochs"),
        batch,
        settings.choice("bucketing").equals("on"),
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

  /**
   * The same for a training split of that many examples: where epochs decide, with their steps.
   *
   * @throws InvalidSetting if those are too many
   */
  public TrainingConfiguration forExamples(int examples) {
    if (epochs == 0) {
      return this;
    }
    double wanted = TrainingSteps.of(epochs, batch, bucketed, examples);
    if (wanted > MOST_STEPS) {
      throw new InvalidSetting(
          "settings.epochs: " + epochs + " would take " + (long) wanted + " steps; give fewer");
    }
    return with((int) wanted);
  }

  private TrainingConfiguration with(int wanted) {
    return new TrainingConfiguration(
        wanted,
        epochs,
        batch,
        bucketed,
        microBatch,
        optimiser,
        schedule.over(wanted),
        clip,
        labelSmoothing,
        divergence,
        patience,
        evaluationBatch,
        evaluationEvery,
        routingEvery,
        similarityEvery,
        checkpointEvery);
  }

  /** Which examples of a job each step trains on. */
  <E> BatchOrder order(long seed, Job<E> job) {
    int count = job.train().size();
    if (bucketed) {
      int[] lengths = job.train().stream().mapToInt(job.model()::tokens).toArray();
      return new BucketedOrder(seed, count, i -> lengths[i], batch);
    }
    ExampleOrder order = new ExampleOrder(seed, count);
    return step -> order.batch(step, batch);
  }
}
