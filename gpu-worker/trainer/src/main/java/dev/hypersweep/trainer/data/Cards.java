package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.CardReader;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.source.InvalidDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cards of a machine: those that come with the program, and those that people put into folders
 * below {@code HYPERSWEEP_DATA}.
 *
 * @param folder or null
 */
record Cards(Path folder) {

  private static final String FILE = "card.yaml";
  private static final int MOST_DEPTH = 4;

  /** Names of all of them, people's own last. */
  List<String> names() {
    return Stream.concat(Datasets.all().stream().map(Dataset::name), own().stream()).toList();
  }

  /**
   * The card of that name.
   *
   * @throws DatasetBroken if the card is not valid; names file, line, column, value and fix
   */
  Optional<Dataset> named(String name) {
    Optional<Dataset> known = Datasets.named(name);
    Path file = folder == null ? null : folder.resolve(name).resolve(FILE);
    if (known.isPresent() || file == null || !isName(name) || !Files.isRegularFile(file)) {
      return known;
    }
    try {
      return Optional.of(CardReader.read(name, name, Files.readString(file)));
    } catch (InvalidDefinition e) {
      throw new DatasetBroken(file + ": " + e.getMessage().replace("\n", "\n" + file + ": "));
    } catch (CharacterCodingException e) {
      throw new DatasetBroken(file + ": not UTF-8 text; write it in UTF-8");
    } catch (IOException e) {
      throw new DatasetBroken(file + ": cannot be read (" + e + "); check its permissions");
    }
  }

  private List<String> own() {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, MOST_DEPTH)) {
      return files
          .filter(file -> file.endsWith(FILE) && !file.getParent().equals(folder))
          .map(file -> folder.relativize(file.getParent()).toString())
          .filter(name -> isName(name) && Datasets.named(name).isEmpty())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isName(String name) {
    return name.matches("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*");
  }
}
