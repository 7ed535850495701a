package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import java.util.List;

/**
 * A split that a model is scored on.
 *
 * @param name before its metrics, with a slash; empty for the headline split
 * @param metrics of its dataset
 */
record Scored(String name, Sampled sampled, List<Metric> metrics) {}
