package dev.hypersweep.catalogue;

import java.util.List;

/**
 * A named set of datasets. How it is scored says its {@link
 * dev.hypersweep.catalogue.benchmark.ScoringRule}, if it has one; else it is the mean of their
 * scores.
 *
 * @param name for example {@code wordnet}
 * @param title for people
 * @param datasets catalogue names of those that are trained on and count, in column order
 */
public record Benchmark(String name, String title, List<String> datasets) {}
