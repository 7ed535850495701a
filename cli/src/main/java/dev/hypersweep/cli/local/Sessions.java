package dev.hypersweep.cli.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Commands that run in a session of their own, so that Ctrl-C and a closed terminal reach the
 * launcher alone, which stops its children in order. Where util-linux's {@code setsid} is missing,
 * a child stays in our session and stops by itself at Ctrl-C.
 */
final class Sessions {

  private static final Optional<Path> SETSID =
      Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin").split(":"))
          .filter(folder -> !folder.isBlank())
          .map(folder -> Path.of(folder, "setsid"))
          .filter(Files::isExecutable)
          .findFirst();

  private Sessions() {}

  /** The command, led by {@code setsid}; it replaces itself, so the process id is the command's. */
  static List<String> own(List<String> command) {
    List<String> whole = new ArrayList<>();
    SETSID.ifPresent(setsid -> whole.add(setsid.toString()));
    whole.addAll(command);
    return whole;
  }
}
