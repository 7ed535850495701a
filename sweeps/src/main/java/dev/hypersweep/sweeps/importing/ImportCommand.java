package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.InvalidDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the definitions of other systems. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "A definition of Optuna, Weights & Biases or Katib as one of ours.",
      "",
      "  ./hypersweep import sweep.yaml > mine.yaml",
      "",
      "The definition is written to standard output. What cannot be carried over is said on standard",
      "error, a line each, and in comments of the definition. Names that are no settings of ours make",
      "it a space for ask --space, which takes any names."
    })
public final class ImportCommand implements Callable<Integer> {

  private static final int NO = 1;
  private static final int WRONG_USAGE = 2;

  @Parameters(paramLabel = "FILE", description = "YAML or JSON.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "KIND",
      description = "optuna, wandb or katib. Default: what FILE looks like.")
  private String from;

  private final PrintStream out;
  private final PrintStream err;

  /** Between these streams. */
  public ImportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    if (from != null && !Importer.formats().contains(from)) {
      return said(
          WRONG_USAGE,
          "there is no kind '" + from + "': --from " + String.join(", ", Importer.formats()));
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return said(WRONG_USAGE, "no file that can be read: '" + file + "'");
    }
    try {
      String title = file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
      Importer.Result result = Importer.read(Files.readString(file), title, from);
      result.notes().forEach(note -> err.println(file + ": " + note));
      out.print(result.yaml());
      return 0;
    } catch (CharacterCodingException e) {
      return said(NO, file + ": not UTF-8; save it as UTF-8");
    } catch (InvalidDefinition invalid) {
      for (DefinitionError error : invalid.errors()) {
        err.println(file + ": " + error);
      }
      return NO;
    } catch (IllegalArgumentException e) {
      return said(NO, file + ": " + e.getMessage());
    }
  }

  private int said(int status, String message) {
    err.println("hypersweep: " + message);
    return status;
  }
}
