package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.analysis.SimilarityPlot;
import dev.hypersweep.trainer.train.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps the latest similarities of a run, to draw them at its end. */
final class SimilarityDrawing {

  private static final String SETTING = "similarity_every";

  private List<MetricArray> latest = List.of();

  /**
   * Speaks before the training, not after it.
   *
   * @throws InvalidSetting if a run of that specification would report none, or the file's folder
   *     is not there
   */
  static void refuseWithout(RunSpecification specification, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new InvalidSetting("--plot: there is no folder " + folder + "; make it first");
    }
    Object every = specification.settings().get(SETTING);
    if (every == null) {
      throw new InvalidSetting(
          "--plot: "
              + specification.variant()
              + " has nothing beside its experts to compare them with; take hypermoe, moe-share or"
              + " moe-adapters");
    }
    if (((Number) every).longValue() == 0) {
      throw new InvalidSetting(
          "--plot: settings." + SETTING + " is 0, so nothing is compared; give 1");
    }
  }

  void reported(List<MetricArray> arrays) {
    List<MetricArray> similarities =
        arrays.stream().filter(array -> array.name().startsWith("similarity/")).toList();
    if (!similarities.isEmpty()) {
      long last = similarities.get(similarities.size() - 1).step();
      latest = similarities.stream().filter(array -> array.step() == last).toList();
    }
  }

  void write(Path file, RunSpecification specification) throws IOException {
    String title =
        "%s on %s, seed %d, step %d: outputs of experts and of what stands beside them"
            .formatted(
                specification.variant(),
                specification.dataset(),
                specification.seed(),
                latest.get(0).step());
    Files.writeString(file, SimilarityPlot.of(title, latest));
  }
}
