package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.SplitCard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads one split as its card describes it.
 *
 * @param place folder of the dataset; null for a built-in one
 */
record SplitReading(Dataset dataset, SplitCard card, Path place) {

  /** Whether every file is there. */
  boolean present() {
    return dataset.builtIn() || paths().stream().allMatch(Files::isRegularFile);
  }

  List<Path> paths() {
    return card.files().stream().map(place::resolve).toList();
  }

  /**
   * Reads all of it.
   *
   * @throws DatasetAbsent if a file is not there
   * @throws DatasetBroken if a file is not the official one, or a row is malformed
   */
  Split read() {
    refuseOtherFiles();
    List<Example> examples = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Assembly assembly = new Assembly(dataset, card.labels());
    each(
        assembly,
        (number, row) -> {
          Example example = assembly.example(number, row);
          if (!ids.add(example.id())) {
            throw new IllegalArgumentException("the id " + example.id() + " is there twice");
          }
          examples.add(example);
        });
    if (examples.isEmpty()) {
      throw new DatasetBroken(
          named() + ": the split " + card.name() + " has no rows; " + origin().replacement());
    }
    assembly
        .neverThere()
        .ifPresent(
            what -> {
              throw new DatasetBroken(named() + ": " + what);
            });
    return new Split(name(examples.size()), examples);
  }

  /** The text-to-text form of each example, in order. */
  List<TextToText> textToText(List<Example> examples) {
    TextForms forms = new TextForms(dataset);
    if (!forms.exist()) {
      throw new IllegalStateException(dataset.name() + " has no text-to-text form");
    }
    List<TextToText> texts = new ArrayList<>(examples.size());
    each(
        new Assembly(dataset, card.labels()),
        (number, row) -> texts.add(forms.of(row, examples.get(texts.size()))));
    return texts;
  }

  /** Rows that count, numbered by their place in the file. */
  private void each(Assembly assembly, BiConsumer<Integer, Row> sink) {
    Set<Integer> only = only();
    int from = (int) Math.round(card.from() * Math.max(0, card.rows()));
    int to = card.to() == 1 ? Integer.MAX_VALUE : (int) Math.round(card.to() * card.rows());
    int[] number = {0};
    rows(
        row -> {
          if (assembly.skips(row)) {
            return;
          }
          int here = number[0]++;
          if (here >= from && here < to && (only == null || only.contains(here))) {
            sink.accept(here, Derivations.apply(card.layout().derive(), row));
          }
        });
    if (card.rows() >= 0 && number[0] > card.rows()) {
      throw new DatasetBroken(
          "%s: %d rows, the official split %s has %d; this is another file, or rows: is wrong: %s"
              .formatted(named(), number[0], card.name(), card.rows(), origin().fix()));
    }
  }

  private void rows(Consumer<Row> sink) {
    switch (card.layout().format()) {
      case "wordnet" -> WordNetRows.read(card, sink);
      case "wordnet-pairs" -> WordNetPairs.read(card, sink);
      default -> Formats.read(paths(), card.layout(), origin(), sink);
    }
  }

  /** Rows that may be scored, where a file beside the split lists them. */
  private Set<Integer> only() {
    if (card.only().isEmpty() || !Files.isRegularFile(place.resolve(card.only()))) {
      return null;
    }
    Set<Integer> rows = new HashSet<>();
    new SourceFile(place.resolve(card.only()), StandardCharsets.UTF_8, origin())
        .lines((number, line) -> rows.add(Integer.parseInt(line.strip())));
    return rows;
  }

  private void refuseOtherFiles() {
    if (dataset.builtIn()) {
      return;
    }
    FetchLock lock = FetchLock.beside(place);
    for (String file : card.files()) {
      SourceFile source = new SourceFile(place.resolve(file), StandardCharsets.UTF_8, origin());
      String pinned = dataset.hashes().get(file);
      if (pinned != null) {
        source.refuseOthers(pinned, origin().replacement());
      } else if (lock.hash(file) != null) {
        source.refuseOthers(lock.hash(file), "that is what was fetched: fetch it again");
      }
    }
  }

  /** A part of a split is never called by the name of the whole. */
  private String name(int rows) {
    boolean whole = card.rows() < 0 || card.to() - card.from() < 1 || rows == card.rows();
    return whole
        ? card.name()
        : String.format(Locale.ROOT, "%s[%,d of %,d]", card.name(), rows, card.rows());
  }

  private FileOrigin origin() {
    return FileOrigin.of(dataset);
  }

  private String named() {
    return dataset.builtIn() ? dataset.name() : paths().get(0).toString();
  }
}
