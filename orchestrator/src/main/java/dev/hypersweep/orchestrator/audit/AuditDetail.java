package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.audit.Audit.EnvironmentDifference;
import dev.hypersweep.orchestrator.audit.Audit.MetricPair;
import java.util.List;

/** What {@code audit.detail} holds once judged. */
record AuditDetail(
    String reason, List<MetricPair> metrics, List<EnvironmentDifference> environmentDifferences) {

  static AuditDetail of(String reason) {
    return new AuditDetail(reason, List.of(), List.of());
  }
}
