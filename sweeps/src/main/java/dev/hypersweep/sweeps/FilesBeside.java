package dev.hypersweep.sweeps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        if (Files.isRegularFile(other) && Files.isReadable(other)) {
          return Optional.of(new String(Files.readAllBytes(other), StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }
}
