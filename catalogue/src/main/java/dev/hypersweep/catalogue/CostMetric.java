package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a run costs, as its result says. Times and memory differ from one execution to the next;
 * counts do not.
 */
public enum CostMetric {
  /** Trainable parameters. */
  PARAMETERS("parameters", false),
  /** Trainable parameters that one token meets. */
  PARAMETERS_ACTIVE("parameters_active", false),
  /** Floating-point operations of a forward pass per token, a multiply-add counting as two. */
  FLOPS_PER_TOKEN("flops_per_token", false),
  /** Wall time of training and evaluation in seconds. */
  SECONDS("seconds", false),
  /** Wall time of an optimiser step in seconds, evaluations not counted. */
  SECONDS_PER_STEP("seconds_per_step", false),
  /** Tokens trained on in a second of optimiser steps. */
  TOKENS_PER_SECOND("tokens_per_second", true),
  /** Resident set of the trainer process at its highest, in bytes. */
  PEAK_MEMORY("peak_memory", false);

  private final String metricName;
  private final boolean higherIsBetter;

  CostMetric(String metricName, boolean higherIsBetter) {
    this.metricName = metricName;
    this.higherIsBetter = higherIsBetter;
  }

  /** The name in REST and definitions; none of them is a {@link Metric}'s. */
  public String metricName() {
    return metricName;
  }

  /** Direction of improvement. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(CostMetric::metricName).toList();
  }

  /** The cost of that name. */
  public static Optional<CostMetric> named(String name) {
    return Arrays.stream(values()).filter(cost -> cost.metricName.equals(name)).findFirst();
  }
}
