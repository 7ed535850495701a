package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.RunSpecification;
import java.util.Map;

/** The identity that an AUDIT run gets: that of the run of a sweep with the same specification. */
final class AuditIdentity {

  private AuditIdentity() {}

  /** SHA-256 of the specification without the dataset's hash and without memory. */
  static String of(RunSpecification run) {
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
