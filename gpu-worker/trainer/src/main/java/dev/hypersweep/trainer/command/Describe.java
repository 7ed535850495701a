package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.DatasetAbsent;
import dev.hypersweep.trainer.data.DatasetBroken;
import dev.hypersweep.trainer.data.DescriptionCache;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

/** {@code describe}: what this machine can run, as one line of JSON. */
public final class Describe {

  private Describe() {}

  /** Prints a {@link WorkerDescription}; loads the engine, so a broken one shows here. */
  public static int run(String device, int threads, PrintStream out) throws IOException {
    Environments environments = new Environments();
    Corpora corpora = Corpora.ofEnvironment();
    DescriptionCache cache = DescriptionCache.ofEnvironment(corpora);
    List<DatasetInfo> datasets =
        corpora.names().stream().map(name -> found(cache, name)).filter(Objects::nonNull).toList();
    try (Session session = Session.open(device, threads)) {
      Resources resources = new Resources(device, threads, Environments.memoryBytes(device));
      WorkerDescription description =
          new WorkerDescription(resources, environments.of(resources), datasets);
      out.println(Json.MAPPER.writeValueAsString(description));
    }
    return 0;
  }

  /** A dataset that is not here is not listed; one that is broken is named on standard error. */
  private static DatasetInfo found(DescriptionCache cache, String name) {
    try {
      return cache.info(name);
    } catch (DatasetAbsent e) {
      return null;
    } catch (DatasetBroken e) {
      System.err.println(name + " is left out: " + e.getMessage());
      return null;
    }
  }
}
