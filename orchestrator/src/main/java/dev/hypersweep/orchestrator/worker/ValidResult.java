package dev.hypersweep.orchestrator.worker;

import static dev.hypersweep.orchestrator.problem.Values.atMost;
import static dev.hypersweep.orchestrator.problem.Values.count;
import static dev.hypersweep.orchestrator.problem.Values.finite;
import static dev.hypersweep.orchestrator.problem.Values.hash;
import static dev.hypersweep.orchestrator.problem.Values.name;
import static dev.hypersweep.orchestrator.problem.Values.present;
import static dev.hypersweep.orchestrator.problem.Values.within;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.Comparability;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.RunResult;

/** What a result must be to be stored, whatever run it belongs to. */
final class ValidResult {

  private ValidResult() {}

  static RunResult of(RunResult result) {
    present("metrics", result.metrics());
    atMost("metrics", 200, result.metrics().keySet());
    result
        .metrics()
        .forEach(
            (metric, value) -> {
              name("metrics", metric);
              finite("metrics." + metric, value);
            });
    count("steps", result.steps());
    hash("chain", result.chain());
    if (result.earlyStop() != null) {
      name("earlyStop.metric", result.earlyStop().metric());
      within("earlyStop.bestStep", result.earlyStop().bestStep(), 0, result.steps());
    }
    cost(present("cost", result.cost()));
    manifest(present("manifest", result.manifest()));
    hash("seal", result.seal());
    if (!result.seal().equals(result.manifest().seal())) {
      throw ProblemException.invalidValue(
          "seal",
          result.seal(),
          "is not the manifest's",
          "the SHA-256 of its canonical text is " + result.manifest().seal());
    }
    return result;
  }

  private static void cost(Cost cost) {
    finite("cost.seconds", cost.seconds());
    finite("cost.trainSeconds", cost.trainSeconds());
    count("cost.tokens", cost.tokens());
    count("cost.peakMemoryBytes", cost.peakMemoryBytes());
    count("cost.parameters", cost.parameters());
    count("cost.activeParameters", cost.activeParameters());
    if (cost.flopsPerToken() != null) {
      finite("cost.flopsPerToken", cost.flopsPerToken());
    }
  }

  private static void manifest(Manifest manifest) {
    within("manifest.format", manifest.format(), 1, 1);
    present("manifest.specification", manifest.specification());
    present("manifest.dataset", manifest.dataset());
    present("manifest.environment", manifest.environment());
    Comparability comparability = present("manifest.comparability", manifest.comparability());
    equal("dataset", comparability.dataset(), manifest.specification().dataset());
    equal("dataset", comparability.dataset(), manifest.dataset().name());
    equal("datasetHash", comparability.datasetHash(), manifest.dataset().contentHash());
    equal("split", comparability.split(), manifest.dataset().split());
    equal("trainerDigest", comparability.trainerDigest(), manifest.environment().trainerDigest());
    name("manifest.comparability.datasetHash", comparability.datasetHash());
    name("manifest.environment.deviceClass", manifest.environment().deviceClass());
  }

  private static void equal(String field, String stated, String elsewhere) {
    if (stated == null || !stated.equals(elsewhere)) {
      throw ProblemException.invalidValue(
          "manifest.comparability." + field,
          stated,
          "contradicts the rest of the manifest",
          "it says " + elsewhere + " there");
    }
  }
}
