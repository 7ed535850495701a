package dev.hypersweep.sweeps;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.RunSpecification;
import java.util.Map;

/** What makes two runs the same computation, as far as a specification can say. */
public final class RunIdentity {

  private RunIdentity() {}

  /**
   * SHA-256 of dataset, variant, settings, seed, device and threads. The dataset's content hash is
   * left out (it is known only where the data are), and so is memory (it changes no number).
   */
  public static String of(RunSpecification run) {
    return CanonicalJson.hash(
        Map.of(
            "dataset", run.dataset(),
            "variant", run.variant(),
            "settings", run.settings(),
            "seed", run.seed(),
            "resources",
                Map.of("device", run.resources().device(), "threads", run.resources().threads())));
  }
}
