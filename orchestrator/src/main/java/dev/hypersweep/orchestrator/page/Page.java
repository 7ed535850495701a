package dev.hypersweep.orchestrator.page;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of a list.
 *
 * @param items in the list's order
 * @param next cursor of the page after this one, or null at the end
 * @param total items that match the filters, on all pages, at the time of this answer
 */
public record Page<T>(
    List<T> items,
    @Schema(
            nullable = true,
            description = "Send it back as `cursor` for the next page; null at the end.")
        String next,
    @Schema(examples = "123") long total) {}
