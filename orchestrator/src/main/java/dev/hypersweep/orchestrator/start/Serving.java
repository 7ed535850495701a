package dev.hypersweep.orchestrator.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time between "HTTP answers" and "told to stop". */
public final class Serving implements QuarkusApplication {

  @Inject ObjectMapper mapper;

  @ConfigProperty(name = "hypersweep.home")
  Path home;

  @ConfigProperty(name = "hypersweep.host")
  String host;

  @ConfigProperty(name = "hypersweep.port")
  int port;

  @Override
  public int run(String... args) throws IOException {
    String address = host.contains(":") ? "[" + host + "]" : host;
    String url = "http://" + address + ":" + port;
    Path instance = home.resolve("instance.json");
    // Renamed into place, so that a reader never meets half of it.
    Path fresh = home.resolve("instance.json.new");
    Files.writeString(
        fresh, mapper.writeValueAsString(Map.of("url", url, "pid", ProcessHandle.current().pid())));
    Files.move(fresh, instance, StandardCopyOption.ATOMIC_MOVE);
    System.out.println("HyperSweep listens on " + url);
    Quarkus.waitForExit();
    Files.deleteIfExists(instance);
    return 0;
  }
}
