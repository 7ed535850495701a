package dev.hypersweep.cli.command;

import dev.hypersweep.cli.local.CannotStart;
import dev.hypersweep.cli.rest.Problem;
import dev.hypersweep.cli.rest.Unreachable;
import dev.hypersweep.cli.text.FileTrouble;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the words of people, and with which status the process ends. */
public record Mistakes(Surroundings surroundings) implements IExecutionExceptionHandler {

  /** The server refused, or is not there: the answer is no. */
  private static final int NO = 1;

  private static final int WRONG_USAGE = 2;

  @Override
  public int handleExecutionException(Exception mistake, CommandLine line, ParseResult parsed) {
    PrintStream err = surroundings.terminal().err();
    if (mistake instanceof Problem problem) {
      problem.lines(fileOf(parsed)).forEach(err::println);
      if (problem.ofDefinition()) {
        err.println("docs/sweeps.md shows every field of a definition.");
      }
      return problem.ofParameter() ? WRONG_USAGE : NO;
    }
    if (mistake instanceof Unreachable || mistake instanceof CannotStart) {
      err.println("hypersweep: " + mistake.getMessage());
      return NO;
    }
    if (mistake instanceof FileSystemException file) {
      err.println("hypersweep: " + file.getFile() + ": " + FileTrouble.reason(file));
      return WRONG_USAGE;
    }
    if (mistake instanceof IllegalArgumentException) {
      err.println("hypersweep: " + mistake.getMessage());
      return WRONG_USAGE;
    }
    mistake.printStackTrace(err);
    return NO;
  }

  private static String fileOf(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    return command.hasMatchedPositional(0)
        ? command.matchedPositionalValue(0, (Object) "").toString()
        : "";
  }
}
