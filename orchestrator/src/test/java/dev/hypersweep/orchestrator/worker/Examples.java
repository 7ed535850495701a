package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.protocol.Comparability;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.protocol.WorkerRegistration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Valid records of the protocol, as a small CPU worker would send them. */
public final class Examples {

  public static final String NOUNS = "wordnet/noun-supersense";
  public static final String VERBS = "wordnet/verb-supersense";

  private Examples() {}

  public static Environment environment(String trainer) {
    return new Environment(
        Sha256.hex(trainer),
        "cpu avx2 torch-2.3.1",
        1,
        "bit-identical",
        new TreeMap<>(Map.of("java", "17")),
        new TreeMap<>(Map.of("MKL_CBWR", "COMPATIBLE")));
  }

  public static DatasetInfo dataset(String name) {
    return new DatasetInfo(
        name,
        Sha256.hex("data of " + name),
        "train[1,000 of 9,427]/dev_matched[200 of 9,815]",
        1000,
        200,
        26,
        0.145,
        "classification",
        "accuracy");
  }

  public static WorkerRegistration registration(String name, String trainer, String... datasets) {
    return new WorkerRegistration(
        name,
        new WorkerDescription(
            new Resources("cpu", 1, 2L << 30),
            environment(trainer),
            List.of(datasets).stream().map(Examples::dataset).toList()));
  }

  public static RunSpecification specification(String dataset, long seed, String variant) {
    return new RunSpecification(
        dataset,
        null,
        variant,
        new TreeMap<>(Map.of("learning_rate", 0.001, "steps", 400)),
        seed,
        new Resources("cpu", 1, 1L << 30));
  }

  public static Manifest manifest(RunSpecification told, String trainer) {
    DatasetInfo dataset = dataset(told.dataset());
    RunSpecification executed =
        new RunSpecification(
            told.dataset(),
            dataset.contentHash(),
            told.variant(),
            told.settings(),
            told.seed(),
            told.resources());
    Environment environment = environment(trainer);
    return new Manifest(
        1,
        executed,
        dataset,
        environment,
        new Comparability(
            told.dataset(),
            dataset.contentHash(),
            dataset.split(),
            "accuracy",
            1,
            64,
            "float32",
            "words-1",
            environment.trainerDigest()));
  }

  public static RunResult result(Lease lease, double accuracy) {
    Manifest manifest = manifest(lease.specification(), "trainer-1");
    return new RunResult(
        lease.generation(),
        new TreeMap<>(Map.of("accuracy", accuracy, "loss", 1.5)),
        400,
        Sha256.hex("chain"),
        false,
        new Cost(9.5, 8.0, 123_456, 300L << 20, 100_000, 60_000, 118_000.0),
        manifest,
        manifest.seal(),
        null);
  }
}
