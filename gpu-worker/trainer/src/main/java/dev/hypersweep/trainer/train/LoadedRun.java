package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.List;

/** A run made ready, whose batches can be fetched with or without being learnt. */
public final class LoadedRun implements AutoCloseable {

  private final Session session;
  private final Parts<?> parts;

  private record Parts<E>(Job<E> job, Learner<E> learner, BatchOrder order) {

    static <E> Parts<E> of(
        Session session, Job<E> job, TrainingConfiguration asked, RunSpecification specification) {
      TrainingConfiguration training = asked.forExamples(job.train().size());
      long seed = specification.seed();
      Learner<E> learner = new Learner<>(session, job.model(), job.weights(), training, seed);
      return new Parts<>(job, learner, training.order(seed, job));
    }

    List<E> batch(long step) {
      return Arrays.stream(order.batch(step)).mapToObj(job.train()::get).toList();
    }

    Amount load(long step) {
      return amount(batch(step));
    }

    Amount train(long step) {
      List<E> batch = batch(step);
      learner.step(batch, step);
      return amount(batch);
    }

    Amount amount(List<E> batch) {
      return new Amount(batch.size(), batch.stream().mapToLong(job.model()::tokens).sum());
    }
  }

  /** How much was fetched. */
  public record Amount(long examples, long tokens) {

    public Amount plus(Amount other) {
      return new Amount(examples + other.examples, tokens + other.tokens);
    }
  }

  private LoadedRun(Session session, Parts<?> parts) {
    this.session = session;
    this.parts = parts;
  }

  /**
   * Reads the data and builds the model.
   *
   * @throws InvalidSetting if the specification contradicts itself
   */
  public static LoadedRun of(RunSpecification specification, Corpora corpora) {
    SettingValues settings = SettingValues.of(specification.variant(), specification.settings());
    Configurations.check(specification.variant(), settings);
    TrainingConfiguration asked = TrainingConfiguration.of(settings);
    Corpus corpus = corpora.read(specification.dataset());
    Session session =
        Session.open(specification.resources().device(), specification.resources().threads());
    Job<?> job = Jobs.of(session, specification, settings, asked, corpus);
    return new LoadedRun(session, Parts.of(session, job, asked, specification));
  }

  /** Fetches the batch of a step, from 1. */
  public Amount load(long step) {
    return parts.load(step);
  }

  /** Fetches it and learns it. */
  public Amount train(long step) {
    return parts.train(step);
  }

  @Override
  public void close() {
    session.close();
  }
}
