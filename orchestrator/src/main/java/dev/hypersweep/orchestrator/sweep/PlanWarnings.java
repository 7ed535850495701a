package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offered;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offers;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.sweeps.SweepDefinition;
import java.util.ArrayList;
import java.util.List;

/** Says what would keep a sweep from running, or its results from meaning much. */
final class PlanWarnings {

  private PlanWarnings() {}

  /**
   * For people, each with what to do.
   *
   * @param computed runs whose result is stored
   * @param toCompute runs that a worker must execute
   * @param equal runs that are equal to others of the sweep
   */
  static List<String> of(
      SweepDefinition definition,
      List<Offered> datasets,
      Offers offers,
      int computed,
      int toCompute,
      int equal) {
    List<String> warnings = new ArrayList<>();
    if (toCompute > 0) {
      waiting(definition.resources(), datasets, offers, toCompute, warnings);
    }
    if (computed > 0 && offers.fitting() == 0) {
      warnings.add(
          "no live worker is suitable: computed already means in the environment of the suitable"
              + " one that was heard of last");
    }
    if (equal > 0) {
      warnings.add(equal + " runs equal others of this sweep: each is computed once and shared");
    }
    if (definition.seeds().size() == 1) {
      warnings.add(
          "one seed: no interval can be told, so no difference either; better seeds: 3 or more");
    }
    return warnings;
  }

  private static void waiting(
      Resources resources, List<Offered> datasets, Offers offers, int runs, List<String> warnings) {
    if (offers.live() == 0) {
      warnings.add(
          "no live worker: %s until one is started"
              .formatted(runs == 1 ? "1 run will wait" : runs + " runs will wait"));
      return;
    }
    if (offers.fitting() == 0) {
      warnings.add(misfit(resources));
    }
    datasets.forEach(offered -> warn(offered, warnings));
  }

  private static void warn(Offered offered, List<String> warnings) {
    String name = offered.dataset().name();
    if (offered.dataset().onWorkers() == 0) {
      String folder = Datasets.named(name).map(Dataset::folder).orElse("");
      warnings.add(
          "no live worker has "
              + name
              + (folder.isEmpty()
                  ? ": its runs will wait"
                  : ": set HYPERSWEEP_DATA of a worker to the folder that holds " + folder));
    }
    if (offered.contents() > 1) {
      warnings.add(
          "live workers have "
              + offered.contents()
              + " different contents of "
              + name
              + ": their results will not be ranked together");
    }
  }

  private static String misfit(Resources resources) {
    String memory =
        resources.memoryBytes() == 0
            ? ""
            : " and %d bytes of memory".formatted(resources.memoryBytes());
    return "no live worker offers device %s with %d thread%s%s: its runs will wait"
        .formatted(
            resources.device(), resources.threads(), resources.threads() == 1 ? "" : "s", memory);
  }
}
