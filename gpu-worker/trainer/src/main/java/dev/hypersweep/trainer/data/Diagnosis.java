package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;

/**
 * A dataset with answers that a model of another one is scored on.
 *
 * @param dataset whose metrics count
 * @param split named {@code superglue/ax-b/test}
 */
public record Diagnosis(Dataset dataset, Split split) {}
