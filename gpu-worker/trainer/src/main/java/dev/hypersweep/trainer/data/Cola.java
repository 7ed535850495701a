package dev.hypersweep.trainer.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * CoLA (Warstadt et al. 2019) as GLUE distributes it: source, label, author's mark, sentence; no
 * header. Scored on the dev set, as the test set has no labels.
 */
record Cola(Path folder) implements DatasetSource {

  private static final int TRAIN_ROWS = 8551;
  private static final int DEV_ROWS = 1043;

  @Override
  public Corpus read() {
    List<Example> train = file("train.tsv", TRAIN_ROWS).read(Cola::example);
    List<Example> dev = file("dev.tsv", DEV_ROWS).read(Cola::example);
    return Counting.labelled("glue/cola", "train/dev", 2, train, dev);
  }

  private LineFile file(String name, int rows) {
    return new LineFile(folder.resolve(name), StandardCharsets.UTF_8, 0, rows);
  }

  private static Example example(String id, String line) {
    String[] columns = LineFile.columns(line, 4);
    return switch (columns[1]) {
      case "0" -> new Example.Labelled(id, null, columns[3], null, 0);
      case "1" -> new Example.Labelled(id, null, columns[3], null, 1);
      default -> throw new IllegalArgumentException("label " + columns[1] + " is neither 0 nor 1");
    };
  }
}
