package dev.hypersweep.cli;

import dev.hypersweep.cli.command.AuditCommand;
import dev.hypersweep.cli.command.BenchCommand;
import dev.hypersweep.cli.command.DemoCommand;
import dev.hypersweep.cli.command.LeaderboardCommand;
import dev.hypersweep.cli.command.Mistakes;
import dev.hypersweep.cli.command.PlanCommand;
import dev.hypersweep.cli.command.RunCommand;
import dev.hypersweep.cli.command.SubmissionCommand;
import dev.hypersweep.cli.command.SubmitCommand;
import dev.hypersweep.cli.command.Surroundings;
import dev.hypersweep.cli.command.SweepActionCommand;
import dev.hypersweep.cli.command.SweepCommand;
import dev.hypersweep.cli.command.SweepsCommand;
import dev.hypersweep.cli.command.UpCommand;
import dev.hypersweep.cli.command.WorkersCommand;
import dev.hypersweep.cli.command.WrongUsage;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/** Entry of the command line. Exit status: 0 done, 1 the answer is no, 2 wrong usage. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
  }

  /** The whole command line in the given surroundings. */
  public static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(new HyperSweep())
            .addSubcommand(new DemoCommand(surroundings))
            .addSubcommand(new UpCommand(surroundings))
            .addSubcommand(new PlanCommand(surroundings))
            .addSubcommand(new SubmitCommand(surroundings))
            .addSubcommand(new SweepsCommand(surroundings))
            .addSubcommand(new SweepCommand(surroundings))
            .addSubcommand(new RunCommand(surroundings))
            .addSubcommand(new WorkersCommand(surroundings))
            .addSubcommand(new LeaderboardCommand(surroundings))
            .addSubcommand(new SubmissionCommand(surroundings))
            .addSubcommand(new AuditCommand(surroundings))
            .addSubcommand(SweepActionCommand.pause(surroundings))
            .addSubcommand(SweepActionCommand.resume(surroundings))
            .addSubcommand(SweepActionCommand.cancel(surroundings))
            .addSubcommand(new BenchCommand())
            .addSubcommand(new CommandLine.HelpCommand());
    boolean colours = surroundings.terminal().answerStyle().colours();
    return line.setOut(new PrintWriter(surroundings.terminal().out(), true))
        .setErr(new PrintWriter(surroundings.terminal().err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .registerConverter(long.class, Main::whole)
        .registerConverter(Integer.class, Main::small)
        .registerConverter(int.class, Main::small)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Mistakes(surroundings));
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
  }

  private static int small(String text) {
    try {
      return Math.toIntExact(whole(text));
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
  }
}
