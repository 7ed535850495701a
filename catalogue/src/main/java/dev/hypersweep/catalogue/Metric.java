package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How predictions are scored. A changed definition is a new version, never a changed old one. */
public enum Metric {
  /** Share of examples whose predicted class is the gold one, 0 to 1. */
  ACCURACY("accuracy", 1, true),
  /** Matthews correlation (Matthews 1975), -1 to 1; 0 for a constant answer. */
  MATTHEWS("matthews", 1, true),
  /** Mean cross-entropy in nats, auxiliary losses not included. */
  LOSS("loss", 1, false);

  private final String metricName;
  private final int version;
  private final boolean higherIsBetter;

  Metric(String metricName, int version, boolean higherIsBetter) {
    this.metricName = metricName;
    this.version = version;
    this.higherIsBetter = higherIsBetter;
  }

  /** The name in tables, REST and definitions. */
  public String metricName() {
    return metricName;
  }

  /** Part of the comparability class. */
  public int version() {
    return version;
  }

  /** Direction of improvement. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** The metric of that name. */
  public static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.metricName.equals(name)).findFirst();
  }
}
