package dev.hypersweep.orchestrator.worker;

import static dev.hypersweep.orchestrator.problem.Values.atMost;
import static dev.hypersweep.orchestrator.problem.Values.count;
import static dev.hypersweep.orchestrator.problem.Values.finite;
import static dev.hypersweep.orchestrator.problem.Values.name;
import static dev.hypersweep.orchestrator.problem.Values.present;
import static dev.hypersweep.orchestrator.problem.Values.split;
import static dev.hypersweep.orchestrator.problem.Values.text;
import static dev.hypersweep.orchestrator.problem.Values.within;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.protocol.WorkerRegistration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** What a registration must be to be stored. */
final class ValidRegistration {

  private static final int MOST_THREADS = 4096;

  private ValidRegistration() {}

  static WorkerRegistration of(WorkerRegistration registration) {
    name("name", registration.name());
    WorkerDescription description = present("description", registration.description());
    resources(present("description.resources", description.resources()));
    environment(present("description.environment", description.environment()));
    datasets(atMost("description.datasets", 1000, description.datasets()));
    return registration;
  }

  private static void resources(Resources resources) {
    String device = present("description.resources.device", resources.device());
    if (!Set.of("cpu", "gpu").contains(device)) {
      throw ProblemException.invalidValue(
          "description.resources.device", device, "is not a device", "cpu or gpu");
    }
    within("description.resources.threads", resources.threads(), 1, MOST_THREADS);
    count("description.resources.memoryBytes", resources.memoryBytes());
  }

  private static void environment(Environment environment) {
    name("description.environment.trainerDigest", environment.trainerDigest());
    name("description.environment.deviceClass", environment.deviceClass());
    within("description.environment.threads", environment.threads(), 1, MOST_THREADS);
    name("description.environment.determinism", environment.determinism());
    versions("description.environment.libraries", environment.libraries());
    versions("description.environment.flags", environment.flags());
  }

  private static void versions(String field, SortedMap<String, String> values) {
    present(field, values);
    atMost(field, 1000, values.keySet());
    values.forEach(
        (key, value) -> {
          name(field, key);
          text(field + "." + key, value);
          if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalidValue(
                field + "." + key, null, "holds U+0000", "leave it out");
          }
        });
  }

  private static void datasets(List<DatasetInfo> datasets) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < datasets.size(); i++) {
      String field = "description.datasets[" + i + "]";
      DatasetInfo dataset = present(field, datasets.get(i));
      name(field + ".name", dataset.name());
      if (!names.add(dataset.name())) {
        throw ProblemException.invalidValue(
            field + ".name", dataset.name(), "stands twice", "name each dataset once");
      }
      name(field + ".contentHash", dataset.contentHash());
      split(field + ".split", dataset.split());
      count(field + ".trainExamples", dataset.trainExamples());
      count(field + ".evaluationExamples", dataset.evaluationExamples());
      count(field + ".classes", dataset.classes());
      if (dataset.majority() != null) {
        finite(field + ".majority", dataset.majority());
      }
    }
  }
}
