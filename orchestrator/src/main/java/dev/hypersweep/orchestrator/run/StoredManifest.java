package dev.hypersweep.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.protocol.Manifest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is needed to execute a run again, as stored.
 *
 * @param manifest the stored text, as JSON; a string if it is not JSON any more
 * @param seal SHA-256 of the manifest when it was stored
 * @param sealHolds whether the stored text still has that hash
 */
public record StoredManifest(
    @Schema(implementation = Manifest.class) JsonNode manifest, String seal, boolean sealHolds) {}
