package dev.hypersweep.trainer.bench;

import java.util.ArrayList;
import java.util.List;

/** A workload as options of a command line, and back. */
final class WorkloadOptions {

  private WorkloadOptions() {}

  /**
   * Takes the options of a workload; what is not given is as in {@code Workload.STANDARD}.
   *
   * @throws IllegalArgumentException naming the option that does not fit
   */
  static Workload read(Arguments arguments) {
    Workload d = Workload.STANDARD;
    Workload given =
        new Workload(
            arguments.number("--vocab", d.vocabulary(), 1),
            arguments.number("--width", d.width(), 1),
            arguments.number("--layers", d.layers(), 1),
            arguments.number("--heads", d.heads(), 1),
            arguments.number("--inner", d.inner(), 1),
            arguments.number("--length", d.length(), 1),
            arguments.number("--batch", d.batch(), 1),
            arguments.number("--classes", d.classes(), 2),
            arguments.number("--experts", d.experts(), 2),
            arguments.number("--k", d.k(), 1),
            arguments.number("--embed", d.embed(), 1),
            arguments.number("--hid", d.hid(), 1),
            arguments.number("--bottleneck", d.bottleneck(), 1),
            arguments.number("--threads", d.threads(), 1));
    if (given.width() % given.heads() != 0) {
      throw new IllegalArgumentException(
          "--heads: " + given.heads() + " does not divide --width " + given.width());
    }
    if (given.k() >= given.experts()) {
      throw new IllegalArgumentException(
          "--k: " + given.k() + " must be less than --experts " + given.experts());
    }
    return given;
  }

  /** The options that {@link #read} makes the same workload of. */
  static List<String> write(Workload w) {
    List<String> options = new ArrayList<>();
    add(options, "--vocab", w.vocabulary());
    add(options, "--width", w.width());
    add(options, "--layers", w.layers());
    add(options, "--heads", w.heads());
    add(options, "--inner", w.inner());
    add(options, "--length", w.length());
    add(options, "--batch", w.batch());
    add(options, "--classes", w.classes());
    add(options, "--experts", w.experts());
    add(options, "--k", w.k());
    add(options, "--embed", w.embed());
    add(options, "--hid", w.hid());
    add(options, "--bottleneck", w.bottleneck());
    add(options, "--threads", w.threads());
    return options;
  }

  private static void add(List<String> options, String name, int value) {
    options.add(name);
    options.add(Integer.toString(value));
  }
}
