package dev.hypersweep.orchestrator.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The chain of digests of a run: equal digests at step s mean an equal history up to s.
 *
 * @param steps number of digests
 * @param chain the digest that the result names; the last one stored if there is no result yet;
 *     null without digests
 * @param digests of steps 1, 2, 3, ..., lower-case hex
 */
public record RunDigests(long steps, @Schema(nullable = true) String chain, List<String> digests) {}
