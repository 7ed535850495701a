package dev.hypersweep.sweeps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Definitions in files beside another one. A name means itself, or itself with {@code .yaml}.
 *
 * @param file of the definition that extends others
 */
public record FilesBeside(Path file) implements DefinitionSource {

  @Override
  public Optional<String> text(String reference) {
    try {
      for (String name : new String[] {reference, reference + ".yaml"}) {
        Path other = file.resolveSibling(name);
        if (Files.isRegularFile(other)) {
          return Optional.of(Files.readString(other));
        }
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
