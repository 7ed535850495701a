package dev.hypersweep.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.view.SubmissionView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the archive that a benchmark's site takes, or checks one. */
@Command(
    name = "submission",
    description = {
      "Write the archive that GLUE's or SuperGLUE's site takes, or check one.",
      "It holds the test predictions of the sweep's best trial per task (setting predict_test: on). What is missing is said; status 1 if something is, or if an archive has faults."
    })
public final class SubmissionCommand extends RestCommand {

  @Parameters(paramLabel = "BENCHMARK", description = "glue or superglue.")
  private String benchmark;

  @Option(names = "--sweep", paramLabel = "ID", description = "The sweep whose models answer.")
  private Long sweep;

  @Option(names = "--variant", paramLabel = "NAME", description = "Only trials of that variant.")
  private String variant;

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      description = "Where to write; BENCHMARK-sweep-ID.zip if left out.")
  private Path out;

  @Option(names = "--check", paramLabel = "FILE.zip", description = "Check that archive.")
  private Path check;

  /** The command in the given surroundings. */
  public SubmissionCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if ((sweep == null) == (check == null)) {
      throw new IllegalArgumentException(
          "give either --sweep ID, to make an archive, or --check FILE.zip");
    }
    return check != null ? checked() : made();
  }

  private int checked() throws IOException {
    byte[] archive = Files.readAllBytes(check);
    JsonNode found =
        client().post("/submissions/" + encoded(benchmark) + "/check", "application/zip", archive);
    answer(found, () -> SubmissionView.faults(found, check.toString()));
    return found.path("valid").asBoolean() ? 0 : 1;
  }

  private int made() throws IOException {
    Client client = client();
    String path = "/submissions/" + encoded(benchmark) + "/sweeps/" + sweep;
    String query = variant == null ? "" : "?variant=" + encoded(variant);
    JsonNode report = client.get(path + query);
    boolean complete = report.path("complete").asBoolean();
    Path file = out != null ? out : Path.of(benchmark + "-sweep-" + sweep + ".zip");
    if (complete) {
      write(file, client.bytes(path + "/archive" + query, "application/zip"));
    }
    answer(report, () -> SubmissionView.lines(report, complete ? file.toString() : null, style()));
    return complete ? 0 : 1;
  }

  /** The file appears whole or not at all. */
  private static void write(Path file, byte[] archive) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, archive);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
