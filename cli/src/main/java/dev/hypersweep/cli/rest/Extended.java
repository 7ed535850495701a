package dev.hypersweep.cli.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a file that a definition extends into it, because a server sees no file beside it: the line
 * {@code extends: base.yaml} makes room, and the file's text comes indented to the end. So no line
 * above moves, and what is sent and stored is whole. What is no file is left to the server, which
 * knows the sweeps that it stores. Only definitions in block style are looked at.
 */
public final class Extended {

  private static final Pattern LINE =
      Pattern.compile(
          "^extends:[ \\t]+(\"[^\"]*\"|'[^']*'|[^\\s#{\\[&*|>][^#\\n]*?)[ \\t]*(#.*)?$");

  private static final Pattern LOOKS_LIKE_A_FILE = Pattern.compile(".*(/|\\.ya?ml$|\\.json$).*");
  private static final int MOST_FILES = 20;

  private final List<Part> parts = new ArrayList<>();

  /**
   * Lines of the whole that come from another file.
   *
   * @param file its name, as people would write it
   * @param first its first line in the whole, from 1
   * @param indent columns before its text
   */
  public record Part(String file, int first, int indent) {}

  private Extended() {}

  /**
   * The definition with all files that it extends.
   *
   * @param file where it stands
   * @param text what stands there
   * @throws Problem if a file is missing, or extends itself
   */
  static Definition of(Path file, String text, String mediaType) throws IOException {
    Extended extended = new Extended();
    String whole = extended.whole(file, text, 0, 1, List.of(file.toAbsolutePath().normalize()));
    return new Definition(
        file.toString(), mediaType, whole.getBytes(StandardCharsets.UTF_8), extended.parts);
  }

  private String whole(Path file, String text, int indent, int first, List<Path> chain)
      throws IOException {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher line = LINE.matcher(lines[i].stripTrailing());
      if (!line.matches()) {
        continue;
      }
      String name = line.group(1).replaceAll("^([\"'])(.*)\\1$", "$2");
      Optional<Path> other = beside(file, name);
      if (other.isEmpty()) {
        if (LOOKS_LIKE_A_FILE.matcher(name).matches()) {
          throw refused(file, i + 1, line.start(1) + 1, "there is no file " + name + " beside it");
        }
        return text;
      }
      Path path = other.get().toAbsolutePath().normalize();
      if (chain.contains(path) || chain.size() > MOST_FILES) {
        throw refused(file, i + 1, line.start(1) + 1, name + " extends this file, too: a circle");
      }
      List<Path> longer = new ArrayList<>(chain);
      longer.add(path);
      lines[i] = "#";
      int end = lines.length - (lines[lines.length - 1].isEmpty() ? 1 : 0);
      int begin = first + end + 1;
      parts.add(new Part(other.get().toString(), begin, indent + 2));
      String inner = whole(other.get(), text(other.get()), indent + 2, begin, longer);
      String own = String.join("\n", List.of(lines).subList(0, end));
      return own + "\nextends:\n" + inner.replaceAll("(?m)^(?=.)", "  ");
    }
    return text;
  }

  /** A marker of a document's begin has no place inside of another one. */
  private static String text(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.replaceFirst("(?m)\\A\uFEFF?---[ \\t\\r]*$", "#");
  }

  private static Optional<Path> beside(Path file, String name) {
    try {
      for (String one : List.of(name, name + ".yaml")) {
        Path other = file.resolveSibling(one);
        if (Files.isRegularFile(other)) {
          return Optional.of(other);
        }
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Problem refused(Path file, int line, int column, String message) {
    return new Problem(
        422,
        file
            + ":"
            + line
            + ":"
            + column
            + ": extends: "
            + message
            + " (name another file, or a stored sweep)");
  }
}
