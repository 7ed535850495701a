package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.SafetensorsFile;
import dev.hypersweep.trainer.checkpoint.SafetensorsWriter;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Tokens on the disk, a safetensors file under the hash of all that decides them. A file appears
 * whole or not at all and never changes, so processes share them without asking each other. What
 * cannot be written is not kept, and what is damaged is made again: no run fails for its cache.
 */
public final class TokenCache {

  private static final String CHECKSUM = "crc32c";
  private static final String NEW = ".new";
  private static final String SUFFIX = ".safetensors";

  private final Path folder;

  /**
   * @param folder made when something is written
   */
  public TokenCache(Path folder) {
    this.folder = folder;
  }

  /** {@code HYPERSWEEP_HOME/cache}, or a folder for temporary files where there is no home. */
  public static TokenCache ofEnvironment() {
    String home = System.getenv("HYPERSWEEP_HOME");
    return new TokenCache(
        home == null || home.isBlank()
            ? Path.of(
                System.getProperty("java.io.tmpdir"),
                "hypersweep-cache-" + System.getProperty("user.name"))
            : Path.of(home, "cache"));
  }

  /** The mapped file of that hash, if it is there and whole. */
  public Optional<SafetensorsFile> read(String hash) {
    Path path = path(hash);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      SafetensorsFile file = SafetensorsFile.open(path);
      Map<String, String> texts = new TreeMap<>(file.metadata());
      String kept = texts.remove(CHECKSUM);
      if (checksum(texts, file.tensors().values()).equals(kept)) {
        return Optional.of(file);
      }
      say(path + " is damaged and made again");
    } catch (IOException | MalformedCheckpoint e) {
      say(e.getMessage() + "; it is made again");
    }
    return Optional.empty();
  }

  /** Keeps tensors under a hash, if the disk takes them. */
  public void write(String hash, Map<String, String> metadata, Collection<StoredTensor> tensors) {
    // A name of its own: another process may write the same content at the same time.
    Path own = folder.resolve(hash + "." + UUID.randomUUID() + NEW);
    Map<String, String> all = new TreeMap<>(metadata);
    all.put(CHECKSUM, checksum(all, tensors));
    try {
      Files.createDirectories(folder);
      sweep();
      try {
        SafetensorsWriter.write(own, all, List.copyOf(tensors));
        Files.move(
            own, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(own);
      }
    } catch (IOException e) {
      say("tokens are not kept in " + folder + ": " + e.getMessage());
    }
  }

  /** How many tables and tokenizers it holds. */
  public long size() throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(SUFFIX)).count();
    }
  }

  /** Deletes what killed processes left a day ago or more. */
  private void sweep() throws IOException {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().contains(NEW)).toList()) {
        try {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          // Its writer has just given it its name.
        }
      }
    }
  }

  Path path(String hash) {
    return folder.resolve(hash + SUFFIX);
  }

  private static String checksum(Map<String, String> texts, Collection<StoredTensor> tensors) {
    CRC32C sum = new CRC32C();
    sum.update(texts.toString().getBytes(StandardCharsets.UTF_8));
    for (StoredTensor tensor : tensors) {
      sum.update(tensor.name().getBytes(StandardCharsets.UTF_8));
      sum.update(tensor.bytes().duplicate());
    }
    return Long.toHexString(sum.getValue());
  }

  private static void say(String what) {
    System.err.println("cache: " + what);
  }
}
