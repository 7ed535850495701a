package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs every case below a folder and prints a line for each, or for each metric of a file. */
public final class Parity {

  public static final String USAGE =
      """
      usage: ./hypersweep parity FOLDER [--device cpu|gpu] [--json]

      Is this build right on this machine? Every case below FOLDER is computed and compared with the
      values that are stored with it: a line each with its greatest deviation, the tolerance beside
      it, and the verdict. A case is a folder with case.json, or a line of a .jsonl file.

        --device cpu|gpu  where to compute: cpu if left out
        --json            one JSON object per case

      Exit status: 0 every case passes, 1 one is over its tolerance, cannot be run, or there is none,
      2 wrong usage.""";

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int NARROWEST = 36;
  private static final int LONGEST_METRIC = 34;

  private Parity() {}

  /**
   * @param device {@code cpu} or {@code gpu}
   * @param json a JSON object per line instead of a table
   * @return exit status: 0 if every case passes, 1 if one is over its tolerance or cannot be run,
   *     or if there is none
   */
  public static int run(Path folder, String device, boolean json, PrintStream out)
      throws IOException {
    List<Path> cases = files(folder, Case.FILE::equals).stream().map(Path::getParent).toList();
    List<Path> vectors = files(folder, name -> name.endsWith(VectorFile.ENDING));
    if (cases.isEmpty() && vectors.isEmpty()) {
      System.err.println(
          "%s: no %s and no *%s in it or below; nothing to compare"
              .formatted(folder, Case.FILE, VectorFile.ENDING));
      return 1;
    }
    Report report = json ? new JsonReport(out) : new TableReport(out, width(folder, vectors));
    boolean passed = true;
    for (Path each : cases) {
      String path = folder.relativize(each).toString();
      String name = path.isEmpty() ? each.toRealPath().getFileName().toString() : path;
      Outcome outcome = outcome(each, device);
      report.add(Subject.folder(name), outcome);
      passed &= outcome.passes();
    }
    for (Path each : vectors) {
      for (Map.Entry<String, Outcome> metric : VectorFile.run(each).entrySet()) {
        report.add(
            new Subject(folder.relativize(each).toString(), metric.getKey()), metric.getValue());
        passed &= metric.getValue().passes();
      }
    }
    report.end();
    return passed ? 0 : 1;
  }

  private static int width(Path folder, List<Path> vectors) {
    return vectors.stream()
        .mapToInt(file -> folder.relativize(file).toString().length() + LONGEST_METRIC)
        .reduce(NARROWEST, Math::max);
  }

  private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> named.test(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  static Outcome outcome(Path folder, String device) {
    try (Session session = Session.open(device, 1)) {
      Case parityCase = Case.of(folder);
      Check check = new Check(expected(parityCase), parityCase.description());
      Kinds.named(parityCase.kind()).check(parityCase, check, session);
      return check.outcome();
    } catch (IOException | RuntimeException e) {
      return Outcome.notRun(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private static Map<String, StoredTensor> expected(Case of) throws IOException {
    return Files.exists(of.folder().resolve("expected.safetensors")) ? of.expected() : Map.of();
  }
}
