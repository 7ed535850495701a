package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;

/** Whose a file is, and so what a person does about a fault of it. */
enum FileOrigin {
  /** Its makers distribute it. */
  OFFICIAL(
      "fetch the official file again",
      "the official file",
      "fetch the official file again",
      "fetch the official file again"),
  /** Somebody made it and wrote a card for it. */
  OWN(
      "mend it there, or the card",
      "the file",
      "copy the file again",
      "save it as UTF-8, or write encoding: latin-1 in the card");

  private final String fix;
  private final String file;
  private final String replacement;
  private final String recoding;

  FileOrigin(String fix, String file, String replacement, String recoding) {
    this.fix = fix;
    this.file = file;
    this.replacement = replacement;
    this.recoding = recoding;
  }

  /** Official are datasets that come with the program, and those that can be fetched. */
  static FileOrigin of(Dataset dataset) {
    boolean known = dataset.builtIn() || Datasets.named(dataset.name()).isPresent();
    return known || !dataset.downloads().isEmpty() ? OFFICIAL : OWN;
  }

  /** What to do about a row that is malformed. */
  String fix() {
    return fix;
  }

  /** What is to be put where a file is missing. */
  String file() {
    return file;
  }

  /** What to do about a file that is damaged as a whole. */
  String replacement() {
    return replacement;
  }

  /** What to do about bytes that are no text. */
  String recoding() {
    return recoding;
  }
}
