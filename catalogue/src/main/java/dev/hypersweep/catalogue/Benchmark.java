package dev.hypersweep.catalogue;

import java.util.List;

/**
 * A named set of datasets, scored by the mean of the datasets' headline metrics.
 *
 * @param name for example {@code wordnet}
 * @param title for people
 * @param datasets catalogue names, in column order
 */
public record Benchmark(String name, String title, List<String> datasets) {}
