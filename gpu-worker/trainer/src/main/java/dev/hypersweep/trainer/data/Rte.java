package dev.hypersweep.trainer.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * RTE as GLUE distributes it: index, sentence1, sentence2, label, below a header. Scored on the dev
 * set, as the test set has no labels.
 */
record Rte(Path folder) implements DatasetSource {

  private static final int TRAIN_ROWS = 2490;
  private static final int DEV_ROWS = 277;

  @Override
  public Corpus read() {
    List<Example> train = file("train.tsv", TRAIN_ROWS).read(Rte::example);
    List<Example> dev = file("dev.tsv", DEV_ROWS).read(Rte::example);
    return Counting.labelled("glue/rte", "train/dev", 2, train, dev);
  }

  private LineFile file(String name, int rows) {
    return new LineFile(folder.resolve(name), StandardCharsets.UTF_8, 1, rows);
  }

  private static Example example(String id, String line) {
    String[] columns = LineFile.columns(line, 4);
    return switch (columns[3]) {
      case "entailment" -> new Example.Labelled(columns[0], null, columns[1], columns[2], 0);
      case "not_entailment" -> new Example.Labelled(columns[0], null, columns[1], columns[2], 1);
      default ->
          throw new IllegalArgumentException(
              "label " + columns[3] + " is neither entailment nor not_entailment");
    };
  }
}
