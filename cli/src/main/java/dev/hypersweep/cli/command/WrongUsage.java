package dev.hypersweep.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was typed wrongly and where help is; guesses only at what begins alike. */
public final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("hypersweep: " + reason(mistake));
    List<String> near = near(mistake);
    if (!near.isEmpty()) {
      err.println("Did you mean: " + String.join(", or ", near) + "?");
    }
    err.printf("`./%s --help` explains it.%n", line.getCommandSpec().qualifiedName());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String reason(ParameterException mistake) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)
        || unmatched.isUnknownOption()
        || unmatched.getUnmatched().isEmpty()) {
      return mistake.getMessage();
    }
    String typed = unmatched.getUnmatched().get(0);
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return mistake.getCommandLine().getSubcommands().isEmpty()
        ? command + " takes no '" + typed + "' here"
        : "there is no command '" + typed + "'";
  }

  private static List<String> near(ParameterException mistake) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return List.of();
    }
    String typed = unmatched.getUnmatched().get(0).toLowerCase(Locale.ROOT);
    int alike = typed.startsWith("-") ? Math.min(4, typed.length()) : 1;
    return unmatched.getSuggestions().stream()
        .filter(each -> alike <= typed.length() && each.startsWith(typed.substring(0, alike)))
        .toList();
  }
}
