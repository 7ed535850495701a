package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.Comparability;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.EarlyStop;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.trainer.environment.ResidentMemory;
import dev.hypersweep.trainer.model.TrainableModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From the end of a run to its result.
 *
 * @param specification as it was asked for
 * @param settings every one with its value
 * @param steps that there were to be done, at most
 * @param data what was read
 * @param scored metrics that make the dataset's score
 * @param job what was trained
 * @param environment where
 */
record Conclusion(
    RunSpecification specification,
    SettingValues settings,
    int steps,
    DatasetInfo data,
    List<Metric> scored,
    Job<?> job,
    Environment environment) {

  RunResult result(TrainingLoop.End end) {
    Manifest manifest = manifest();
    State state = end.state();
    return new RunResult(
        0,
        new TreeMap<>(state.reported()),
        state.step(),
        state.digest(),
        end.signal() == Signal.PRUNE,
        cost(state),
        manifest,
        manifest.seal(),
        earlyStop(end));
  }

  private Manifest manifest() {
    Metric headline = job.evaluation().headline();
    DatasetInfo scored = job.evaluation().scored(data);
    Comparability comparability =
        new Comparability(
            data.name(),
            data.contentHash(),
            scored.split(),
            headline.metricName(),
            headline.version(),
            versions(),
            settings.integer("evaluation_batch"),
            settings.choice("precision"),
            job.preprocessing(),
            environment.trainerDigest());
    RunSpecification executed =
        new RunSpecification(
            specification.dataset(),
            data.contentHash(),
            specification.variant(),
            settings.all(),
            specification.seed(),
            specification.resources());
    return new Manifest(1, executed, scored, environment, comparability);
  }

  private SortedMap<String, Integer> versions() {
    SortedMap<String, Integer> versions = new TreeMap<>();
    scored.forEach(metric -> versions.put(metric.metricName(), metric.version()));
    return versions;
  }

  private Cost cost(State state) {
    TrainableModel<?> model = job.model();
    return new Cost(
        state.seconds(),
        state.trainSeconds(),
        state.tokens(),
        ResidentMemory.peakBytes(),
        model.parameters().size(),
        model.activeSize(),
        model.flopsPerToken(job.meanTokens()));
  }

  private EarlyStop earlyStop(TrainingLoop.End end) {
    PatienceRule.Best best = end.state().best();
    return best == null
        ? null
        : new EarlyStop(
            best.metric(),
            best.step(),
            end.signal() == Signal.CONTINUE && end.state().step() < steps);
  }
}
