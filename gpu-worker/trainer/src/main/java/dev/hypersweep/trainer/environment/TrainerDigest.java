package dev.hypersweep.trainer.environment;

import dev.hypersweep.protocol.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One hash of the whole program: name and content of each jar on the class path, in the order of
 * their names, so that neither the place of the installation nor the order of the class path
 * counts.
 */
final class TrainerDigest {

  private TrainerDigest() {}

  /** Lower-case hex SHA-256. */
  static String ofClassPath() {
    return of(System.getProperty("java.class.path"));
  }

  static String of(String classPath) {
    MessageDigest all = Sha256.digest();
    Arrays.stream(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(TrainerDigest::files)
        .parallel()
        .map(TrainerDigest::line)
        .sorted()
        .forEachOrdered(line -> all.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(all.digest());
  }

  /** A jar is itself; a folder of classes (as tests run) is its files. */
  private static Stream<Path> files(Path entry) {
    if (Files.isRegularFile(entry)) {
      return Stream.of(entry);
    }
    try (Stream<Path> tree = Files.walk(entry)) {
      List<Path> files =
          tree.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
      return files.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Path file) {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.getFileName() + " " + HexFormat.of().formatHex(digest.digest()) + "\n";
  }
}
