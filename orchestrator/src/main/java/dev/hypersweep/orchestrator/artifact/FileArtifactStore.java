package dev.hypersweep.orchestrator.artifact;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Content as files {@code artifacts/ab/abcdef..} below the home: written, synced, renamed. */
@ApplicationScoped
public class FileArtifactStore implements ArtifactStore {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final Path incoming;

  FileArtifactStore(@ConfigProperty(name = "hypersweep.home") Path home) {
    this.folder = home.resolve("artifacts");
    this.incoming = folder.resolve("incoming");
  }

  void install(@Observes StartupEvent started) throws IOException {
    Files.createDirectories(incoming);
    // What a killed orchestrator was receiving.
    try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  @Override
  public Incoming receive(InputStream content, long mostBytes) throws IOException {
    Path file = Files.createTempFile(incoming, "upload-", "");
    boolean received = false;
    try {
      MessageDigest digest = Sha256.digest();
      long bytes = copy(content, file, digest, mostBytes);
      received = true;
      return new IncomingFile(file, HexFormat.of().formatHex(digest.digest()), bytes);
    } finally {
      if (!received) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long copy(InputStream content, Path file, MessageDigest digest, long mostBytes)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        bytes += n;
        if (bytes > mostBytes) {
          throw new ProblemException(
              ProblemType.TOO_LARGE, "An artifact may have " + mostBytes + " bytes at most.");
        }
        digest.update(buffer, 0, n);
        write(channel, ByteBuffer.wrap(buffer, 0, n));
      }
      sync(channel);
    }
    return bytes;
  }

  private static void write(FileChannel channel, ByteBuffer buffer) {
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static void sync(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static ProblemException full(IOException e) {
    return new ProblemException(
        ProblemType.STORAGE_FULL,
        "The artifact could not be written ("
            + e.getMessage()
            + "): make room in"
            + " HYPERSWEEP_HOME/artifacts and send it again.");
  }

  @Override
  public Optional<InputStream> open(String sha256) throws IOException {
    if (!HASH.matcher(sha256).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.newInputStream(path(sha256)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Path> local(String sha256) {
    return HASH.matcher(sha256).matches()
        ? Optional.of(path(sha256)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  private Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private final class IncomingFile implements Incoming {

    private final Path file;
    private final String sha256;
    private final long bytes;

    IncomingFile(Path file, String sha256, long bytes) {
      this.file = file;
      this.sha256 = sha256;
      this.bytes = bytes;
    }

    @Override
    public String sha256() {
      return sha256;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public void keep() throws IOException {
      Path place = path(sha256);
      try {
        Files.createDirectories(place.getParent());
        if (Files.exists(file)) {
          Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (FileSystemException e) {
        throw full(e);
      }
      // The name is durable only when its directory is.
      try (FileChannel directory = FileChannel.open(place.getParent())) {
        directory.force(true);
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
