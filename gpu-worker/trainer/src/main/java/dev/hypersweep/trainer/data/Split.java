package dev.hypersweep.trainer.data;

import java.util.List;

/**
 * A split of a dataset.
 *
 * @param name as its makers call it; a part of it says so: {@code train[11,877 of 87,599]}
 * @param examples in the order of the file
 */
public record Split(String name, List<Example> examples) {

  public Split {
    examples = List.copyOf(examples);
  }
}
