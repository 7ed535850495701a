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

/**
 * What was fetched into a dataset's folder.
 *
 * @param hashes SHA-256 by file, checked ever after
 * @param versions what each address gave, to ask it whether it has another one now
 */
record FetchLock(
    Path path, SortedMap<String, String> hashes, SortedMap<String, RemoteVersion> versions) {

  private static final String NAME = "fetched.json";

  /**
   * The lock of a folder; an empty one if nothing was fetched.
   *
   * @throws DatasetBroken if it cannot be read
   */
  static FetchLock beside(Path folder) {
    Path path = folder.resolve(NAME);
    FetchLock lock = new FetchLock(path, new TreeMap<>(), new TreeMap<>());
    if (Files.exists(path)) {
      try {
        lock.read(RowJson.MAPPER.readTree(Files.readString(path)));
      } catch (JsonProcessingException e) {
        throw new DatasetBroken(path + ": not JSON; delete it and fetch the dataset again");
      } catch (IOException e) {
        throw new DatasetBroken(path + ": cannot be read (" + e + "); check its permissions");
      }
    }
    return lock;
  }

  /** The recorded hash, or null. */
  String hash(String file) {
    return hashes.get(file);
  }

  private void read(JsonNode file) throws JsonProcessingException {
    for (var hash : file.path("sha256").properties()) {
      hashes.put(hash.getKey(), hash.getValue().asText());
    }
    for (var version : file.path("from").properties()) {
      versions.put(
          version.getKey(), RowJson.MAPPER.treeToValue(version.getValue(), RemoteVersion.class));
    }
  }

  /** Records a file's hash, at once and whole. */
  void record(String file, String sha256) throws IOException {
    hashes.put(file, sha256);
    write();
  }

  /** Records what an address gave, at once and whole. */
  void record(String from, RemoteVersion version) throws IOException {
    versions.put(from, version);
    write();
  }

  private void write() throws IOException {
    Path draft = path.resolveSibling(NAME + ".part");
    Map<String, Object> all = Map.of("sha256", hashes, "from", versions);
    Files.writeString(draft, RowJson.MAPPER.writeValueAsString(all) + "\n");
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
