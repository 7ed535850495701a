package dev.hypersweep.trainer.pretrained;

import dev.hypersweep.protocol.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One hash of everything in a folder that a model is made of: configuration, tokenizer, tensors and
 * their index. SHA-256 over a line {@code NAME HASH} per file, in the order of the names.
 */
final class FolderHash {

  private static final Pattern COUNTS =
      Pattern.compile("config\\.json|tokenizer\\.json|.*\\.safetensors|.*\\.bin|.*\\.index\\.json");
  private static final int BUFFER = 1 << 20;

  private FolderHash() {}

  /** Lower-case hex. */
  static String of(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> COUNTS.matcher(file.getFileName().toString()).matches())
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      lines.append(file.getFileName()).append(' ').append(ofFile(file)).append('\n');
    }
    return Sha256.hex(lines.toString());
  }

  private static String ofFile(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
