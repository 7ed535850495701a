package dev.hypersweep.trainer.command;

import dev.hypersweep.trainer.bench.BenchLanguageModel;
import dev.hypersweep.trainer.bench.BenchLoad;
import dev.hypersweep.trainer.bench.BenchTrain;
import dev.hypersweep.trainer.parity.Parity;
import java.util.List;

/**
 * How a command is used.
 *
 * @param command the words that name it, such as {@code bench load}; empty for the whole program
 * @param text what its {@code --help} prints
 */
public record Usage(String command, String text) {

  /** Two more commands are for the agent: {@code describe} and {@code work}. */
  private static final Usage WHOLE =
      new Usage(
          "",
          """
          usage: ./hypersweep train SPEC | data list|check|fetch | parity FOLDER
                             | bench train|load|language-model
          Each explains itself with --help.""");

  /** The usage of what these arguments call. */
  public static Usage of(List<String> arguments) {
    String command = word(arguments, 0);
    return switch (command) {
      case "train" -> new Usage(command, TrainHelp.usage());
      case "data" -> new Usage(command, Data.USAGE);
      case "parity" -> new Usage(command, Parity.USAGE);
      case "bench" -> bench(word(arguments, 1));
      default -> WHOLE;
    };
  }

  /** One line that says where help is. */
  public String pointer() {
    String words = command.isEmpty() ? "" : command + " ";
    return "`./hypersweep " + words + "--help` explains it.";
  }

  private static Usage bench(String which) {
    return switch (which) {
      case "train" -> new Usage("bench train", BenchTrain.USAGE);
      case "load" -> new Usage("bench load", BenchLoad.USAGE);
      case "language-model" -> new Usage("bench language-model", BenchLanguageModel.USAGE);
      default -> WHOLE;
    };
  }

  private static String word(List<String> arguments, int at) {
    return at < arguments.size() ? arguments.get(at) : "";
  }
}
