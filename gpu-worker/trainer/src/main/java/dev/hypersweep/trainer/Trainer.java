package dev.hypersweep.trainer;

import dev.hypersweep.trainer.bench.BenchLanguageModel;
import dev.hypersweep.trainer.bench.BenchLoad;
import dev.hypersweep.trainer.bench.BenchTrain;
import dev.hypersweep.trainer.command.Data;
import dev.hypersweep.trainer.command.Describe;
import dev.hypersweep.trainer.command.Failures;
import dev.hypersweep.trainer.command.Train;
import dev.hypersweep.trainer.command.TrainHelp;
import dev.hypersweep.trainer.command.Usage;
import dev.hypersweep.trainer.command.Work;
import dev.hypersweep.trainer.parity.Parity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The trainer process. Standard output carries answers only: whatever libraries print goes to
 * standard error.
 */
public final class Trainer {

  private static final int NO = 1;
  private static final int WRONG_USAGE = 2;

  private Trainer() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    int status = run(new ArrayList<>(List.of(arguments)), answers);
    answers.flush();
    System.exit(status);
  }

  private static int run(List<String> arguments, PrintStream answers) throws IOException {
    Usage usage = Usage.of(arguments);
    try {
      if (arguments.contains("--help") || arguments.contains("-h")) {
        answers.println(usage.text());
        return 0;
      }
      String command = arguments.isEmpty() ? "" : arguments.remove(0);
      return switch (command) {
        case "describe" -> {
          String device = option(arguments, "--device", "cpu");
          int threads = Integer.parseInt(option(arguments, "--threads", "1"));
          refuseRest(arguments);
          yield Describe.run(device, threads, answers);
        }
        case "work" -> {
          refuseRest(arguments);
          yield Work.run(System.in, answers);
        }
        case "train" -> {
          String variant = option(arguments, "--settings", null);
          if (variant != null) {
            refuseRest(arguments);
            yield TrainHelp.settings(variant, answers);
          }
          boolean json = arguments.remove("--json");
          String plot = option(arguments, "--plot", null);
          String predictions = option(arguments, "--predictions", null);
          String file = arguments.isEmpty() ? "" : arguments.remove(0);
          refuseRest(arguments);
          if (file.isEmpty()) {
            throw new IllegalArgumentException("SPEC is missing: say which file, or - for input");
          }
          if (!file.equals("-") && !isReadableFile(Path.of(file))) {
            throw new IllegalArgumentException("SPEC: no file that can be read: '" + file + "'");
          }
          yield Train.run(
              file,
              json,
              plot == null ? null : Path.of(plot),
              predictions == null ? null : Path.of(predictions),
              System.in,
              answers);
        }
        case "data" -> Data.run(arguments, answers);
        case "parity" -> {
          boolean json = arguments.remove("--json");
          String device = option(arguments, "--device", "cpu");
          Path folder = Path.of(arguments.isEmpty() ? "" : arguments.remove(0));
          refuseRest(arguments);
          if (folder.toString().isEmpty()) {
            throw new IllegalArgumentException("FOLDER is missing: say where the cases are");
          }
          if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                "FOLDER: no folder that can be read: '" + folder + "'");
          }
          yield Parity.run(folder, device, json, answers);
        }
        case "bench" -> {
          String what = arguments.isEmpty() ? "" : arguments.remove(0);
          yield switch (what) {
            case "train" -> BenchTrain.run(arguments, answers);
            case "load" -> BenchLoad.run(arguments, answers);
            case "language-model" -> BenchLanguageModel.run(arguments, answers);
            default ->
                throw new IllegalArgumentException(
                    "bench " + what + ": there are bench train, load and language-model");
          };
        }
        default -> throw new IllegalArgumentException("which command?\n" + usage.text());
      };
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(usage.pointer());
      return WRONG_USAGE;
    } catch (RuntimeException e) {
      if (!Failures.explainsItself(e)) {
        throw e;
      }
      System.err.println(e.getMessage());
      return NO;
    }
  }

  private static String option(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    if (at + 1 == arguments.size()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    arguments.remove(at);
    return arguments.remove(at);
  }

  private static void refuseRest(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException("unknown argument " + arguments.get(0));
    }
  }

  private static boolean isReadableFile(Path path) {
    return Files.isReadable(path) && !Files.isDirectory(path);
  }
}
