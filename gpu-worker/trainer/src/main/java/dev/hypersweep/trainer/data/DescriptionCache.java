package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers what a dataset was counted and hashed as, so that a worker's start does not read
 * everything again. An entry counts while the card, and size, time and place of every file, are the
 * same; one that cannot be read is computed again. A run itself always reads and hashes its data.
 */
public final class DescriptionCache {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Raise it when the reading of any format changes. */
  private static final int VERSION = 2;

  private final Corpora corpora;
  private final Path folder;

  private record Entry(String key, DatasetInfo info) {}

  /**
   * @param home {@code HYPERSWEEP_HOME}, or null to remember nothing
   */
  public DescriptionCache(Corpora corpora, Path home) {
    this.corpora = corpora;
    this.folder = home == null ? null : home.resolve("cache").resolve("datasets");
  }

  /** The cache of this process's environment. */
  public static DescriptionCache ofEnvironment(Corpora corpora) {
    String home = System.getenv("HYPERSWEEP_HOME");
    return new DescriptionCache(corpora, home == null || home.isBlank() ? null : Path.of(home));
  }

  /**
   * Counts and hash of a dataset, as {@link Corpora#read} would give them.
   *
   * @throws DatasetAbsent if it is not on this machine
   * @throws DatasetBroken if a file is malformed
   */
  public DatasetInfo info(String name) {
    Dataset dataset = corpora.dataset(name);
    if (folder == null) {
      return corpora.read(name).info();
    }
    String key = key(dataset);
    Path file = folder.resolve(name.replace('/', '~') + ".json");
    DatasetInfo known = known(file, key);
    if (known != null) {
      return known;
    }
    DatasetInfo info = corpora.read(name).info();
    remember(file, new Entry(key, info));
    return info;
  }

  private static DatasetInfo known(Path file, String key) {
    try {
      Entry entry = MAPPER.readValue(Files.readString(file), Entry.class);
      return entry.key().equals(key) ? entry.info() : null;
    } catch (IOException | RuntimeException e) {
      return null; // not there, or damaged: computed again
    }
  }

  private static void remember(Path file, Entry entry) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "draft", ".json");
      Files.writeString(draft, MAPPER.writeValueAsString(entry));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      System.err.println(file + " cannot be written (" + e + "): it is computed at each start");
    }
  }

  private String key(Dataset dataset) {
    StringBuilder key = new StringBuilder(VERSION + "\n" + dataset.cardHash());
    if (!dataset.builtIn()) {
      Path place = corpora.place(dataset);
      Set<String> files = new LinkedHashSet<>();
      dataset.splits().forEach(split -> files.addAll(split.files()));
      dataset.splits().forEach(split -> files.add(split.only()));
      files.add("fetched.json");
      for (String file : files) {
        key.append('\n').append(place.resolve(file).toAbsolutePath());
        try {
          var facts = Files.readAttributes(place.resolve(file), BasicFileAttributes.class);
          key.append(' ').append(facts.size()).append(' ').append(facts.lastModifiedTime());
          key.append(' ').append(facts.fileKey());
        } catch (IOException e) {
          key.append(" absent");
        }
      }
    }
    return Sha256.hex(key.toString());
  }
}
