package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a manifest says was executed, against what the run was queued with: a manifest that was
 * rewritten and sealed again gives itself away here.
 */
final class ManifestDrift {

  private ManifestDrift() {}

  /** A sentence that names what differs; empty if nothing does. */
  static String words(JsonNode queued, JsonNode manifest) {
    if (!(manifest.path("specification") instanceof ObjectNode specification)) {
      return "";
    }
    // The queue does not know the dataset's hash; only the worker that executed the run did.
    ObjectNode claimed = specification.deepCopy().without("datasetHash");
    ObjectNode asked = ((ObjectNode) queued).deepCopy().without("datasetHash");
    List<FieldDifference> differences = FieldDifference.between(asked, claimed);
    return differences.isEmpty()
        ? ""
        : differences.stream()
            .map(d -> "%s %s, not %s".formatted(d.field(), d.second(), d.first()))
            .collect(
                Collectors.joining(
                    "; ", "The manifest is not what the run was queued with: it says ", "."));
  }
}
