package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was fetched into a dataset's folder: SHA-256 by file, checked ever after. */
record FetchLock(Path path, SortedMap<String, String> hashes) {

  private static final String NAME = "fetched.json";

  /**
   * The lock of a folder; an empty one if nothing was fetched.
   *
   * @throws DatasetBroken if it cannot be read
   */
  static FetchLock beside(Path folder) {
    Path path = folder.resolve(NAME);
    SortedMap<String, String> hashes = new TreeMap<>();
    if (Files.exists(path)) {
      try {
        JsonNode files = RowJson.MAPPER.readTree(Files.readString(path)).path("sha256");
        files.fields().forEachRemaining(f -> hashes.put(f.getKey(), f.getValue().asText()));
      } catch (JsonProcessingException e) {
        throw new DatasetBroken(path + ": not JSON; delete it and fetch the dataset again");
      } catch (IOException e) {
        throw new DatasetBroken(path + ": cannot be read (" + e + "); check its permissions");
      }
    }
    return new FetchLock(path, hashes);
  }

  /** The recorded hash, or null. */
  String hash(String file) {
    return hashes.get(file);
  }

  /** Records a hash, at once and whole. */
  void record(String file, String sha256) throws IOException {
    hashes.put(file, sha256);
    Path draft = path.resolveSibling(NAME + ".part");
    Files.writeString(draft, RowJson.MAPPER.writeValueAsString(Map.of("sha256", hashes)) + "\n");
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
