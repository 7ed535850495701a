package dev.hypersweep.trainer.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * TREC question types (Li and Roth 2002), the six coarse ones: {@code COARSE:fine question}, in
 * Latin-1. Scored on the official test set, as there is no validation set.
 */
record Trec(Path folder) implements DatasetSource {

  private static final List<String> CLASSES = List.of("ABBR", "DESC", "ENTY", "HUM", "LOC", "NUM");
  private static final int TRAIN_ROWS = 5452;
  private static final int TEST_ROWS = 500;

  @Override
  public Corpus read() {
    List<Example> train = file("train_5500.label", TRAIN_ROWS).read(Trec::example);
    List<Example> test = file("TREC_10.label", TEST_ROWS).read(Trec::example);
    return Counting.labelled("trec", "train/test", CLASSES.size(), train, test);
  }

  private LineFile file(String name, int rows) {
    return new LineFile(folder.resolve(name), StandardCharsets.ISO_8859_1, 0, rows);
  }

  private static Example example(String id, String line) {
    int colon = line.indexOf(':');
    int blank = line.indexOf(' ');
    if (colon < 0 || blank < colon) {
      throw new IllegalArgumentException("does not begin with COARSE:fine and a blank");
    }
    String coarse = line.substring(0, colon);
    int label = CLASSES.indexOf(coarse);
    if (label < 0) {
      throw new IllegalArgumentException("class " + coarse + " is none of " + CLASSES);
    }
    return new Example.Labelled(id, null, line.substring(blank + 1), null, label);
  }
}
