package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Server;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts the orchestrator and waits until it answers. */
final class OrchestratorStart {

  private static final Duration LIMIT = Duration.ofSeconds(180);

  private final Home home;
  private final Programs programs;
  private final Children children;

  OrchestratorStart(Home home, Programs programs, Children children) {
    this.home = home;
    this.programs = programs;
    this.children = children;
  }

  /**
   * Returns a client of the ready orchestrator.
   *
   * @param port or null for the environment's or the standard one
   */
  Client start(Integer port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HYPERSWEEP_HOME", home.path().toString());
    if (port != null) {
      environment.put("HYPERSWEEP_PORT", port.toString());
    }
    Child child =
        new Child(
            "orchestrator",
            programs.orchestrator(),
            environment,
            home.logs().resolve("orchestrator.log"));
    children.start(child);
    return new Patience("the orchestrator", LIMIT, child).until(() -> ready(child));
  }

  private Optional<Client> ready(Child child) {
    return home.instance()
        .filter(instance -> instance.pid() == child.pid())
        .map(instance -> new Client(new Server(instance.url(), home.token("client"))))
        .filter(Client::ready);
  }

  /** The port of a running one, so that a restart serves at the same address. */
  static int portOf(Client client) {
    return URI.create(client.url()).getPort();
  }
}
