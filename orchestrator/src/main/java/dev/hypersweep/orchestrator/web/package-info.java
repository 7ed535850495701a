/** What the API document says as a whole, and the pages beside the API. */
@OpenAPIDefinition(
    info = @Info(title = "HyperSweep", version = "v1"),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = ApiDocument.PROBLEM,
                    description = "What went wrong, and how to mend it (RFC 9457).",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
package dev.hypersweep.orchestrator.web;

import dev.hypersweep.orchestrator.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
