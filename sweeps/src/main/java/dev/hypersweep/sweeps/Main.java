package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.ask.AskCommand;
import dev.hypersweep.sweeps.bench.BenchCommand;
import dev.hypersweep.sweeps.importing.ImportCommand;
import dev.hypersweep.sweeps.simulation.SimulateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands that need samplers and no server. Exit status: 0 done, 1 no, 2 wrong usage. */
@Command(name = "./hypersweep", description = "Search without a server.")
public final class Main {

  /** Columns; descriptions are broken where they fit. */
  private static final int WIDTH = 100;

  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    int status =
        new CommandLine(new Main())
            .addSubcommand(new AskCommand(System.in, out, System.err))
            .addSubcommand(new BenchCommand(out))
            .addSubcommand(new SimulateCommand(out))
            .addSubcommand(new ImportCommand(out, System.err))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(System.err, true))
            .setUsageHelpWidth(WIDTH)
            .setParameterExceptionHandler(Main::wrongUsage)
            .execute(arguments);
    out.flush();
    System.exit(status);
  }

  /** What was typed wrongly, and where help is. */
  private static int wrongUsage(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    line.getErr().println(mistake.getMessage());
    line.getErr().printf("`%s --help` explains it.%n", line.getCommandSpec().qualifiedName());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }
}
