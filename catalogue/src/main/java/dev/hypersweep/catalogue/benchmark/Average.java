package dev.hypersweep.catalogue.benchmark;

import java.util.List;

/**
 * A way to condense results into one number: the mean over tasks, each with the same weight.
 *
 * @param name unique inside its benchmark, for example {@code official}
 * @param title for people, says what is special about it
 * @param tasks 1 or more
 */
public record Average(String name, String title, List<BenchmarkTask> tasks) {

  /** Copies the tasks. */
  public Average {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("the average " + name + " has no task");
    }
  }
}
