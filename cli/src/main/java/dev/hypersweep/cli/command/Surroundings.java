package dev.hypersweep.cli.command;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.local.LocalPlatform;
import dev.hypersweep.cli.local.Programs;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Server;
import dev.hypersweep.cli.text.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world around it.
 *
 * @param environment variables of the process
 * @param terminal where it writes
 * @param root folder of the project, which holds the jars that {@code up} starts
 */
public record Surroundings(Map<String, String> environment, Terminal terminal, Path root) {

  /** This process's own. */
  public static Surroundings ofProcess() {
    Map<String, String> environment = Map.copyOf(System.getenv());
    String root = System.getProperty("hypersweep.root", ".");
    return new Surroundings(
        environment, Terminal.ofProcess(environment), Path.of(root).toAbsolutePath().normalize());
  }

  /** The data directory. */
  public Home home() {
    return Home.of(environment);
  }

  /** The processes that {@code up} and {@code demo} start; none is started yet. */
  LocalPlatform platform() {
    return new LocalPlatform(home(), new Programs(root), environment, terminal.err());
  }

  /** A client of the server that the environment or the home names. */
  public Client client() {
    return new Client(Server.of(environment, home()));
  }
}
