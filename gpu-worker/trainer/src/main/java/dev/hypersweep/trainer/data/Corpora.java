package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import java.nio.file.Path;

/** The datasets of a machine: the built-in ones, and those below a folder. */
public final class Corpora {

  private final Path folder;

  /**
   * @param folder the official layout ({@code HYPERSWEEP_DATA}), or null if there is none
   */
  public Corpora(Path folder) {
    this.folder = folder;
  }

  /** Those of this process's environment. */
  public static Corpora ofEnvironment() {
    String folder = System.getenv("HYPERSWEEP_DATA");
    return new Corpora(folder == null || folder.isBlank() ? null : Path.of(folder));
  }

  /**
   * Reads a dataset of the catalogue.
   *
   * @throws DatasetAbsent if it is unknown or not on this machine
   * @throws DatasetBroken if a file is malformed or incomplete
   */
  public Corpus read(String name) {
    Dataset dataset =
        Datasets.named(name)
            .orElseThrow(
                () ->
                    new DatasetAbsent(
                        "dataset: there is none called %s; take one of %s"
                            .formatted(name, Datasets.all().stream().map(Dataset::name).toList())));
    return source(dataset).read();
  }

  private DatasetSource source(Dataset dataset) {
    return switch (dataset.name()) {
      case "wordnet/noun-supersense" -> WordNetSupersenses.nouns();
      case "wordnet/verb-supersense" -> WordNetSupersenses.verbs();
      case "glue/cola" -> new Cola(place(dataset));
      case "glue/rte" -> new Rte(place(dataset));
      case "trec" -> new Trec(place(dataset));
      default -> throw new DatasetAbsent("dataset: the trainer cannot read " + dataset.name());
    };
  }

  private Path place(Dataset dataset) {
    if (folder == null) {
      throw new DatasetAbsent(
          dataset.name() + ": set HYPERSWEEP_DATA to the folder that holds " + dataset.folder());
    }
    return folder.resolve(dataset.folder());
  }
}
