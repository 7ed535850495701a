package dev.hypersweep.orchestrator.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tokens of this installation: in clear only in {@code HYPERSWEEP_HOME/tokens} (mode 0600), as
 * SHA-256 in the database. The first start makes one per role.
 */
@ApplicationScoped
public class Tokens {

  private static final Map<String, String> PREFIXES = Map.of("client", "hsc_", "worker", "hsw_");

  @Inject Sql sql;
  @Inject ObjectMapper mapper;

  @ConfigProperty(name = "hypersweep.home")
  Path home;

  void install(@Observes StartupEvent started) throws IOException {
    readOrMake()
        .forEach(
            (role, token) ->
                sql.update(
                    """
                    insert into access_token (name, role, sha256) values (?, ?, ?)
                    on conflict (name) do update set sha256 = excluded.sha256
                    """,
                    "home " + role,
                    role,
                    Sha256.hex(token)));
  }

  /** The role that a token gives, if it is one of ours. */
  public Optional<String> role(String token) {
    return sql.first(
        "select role from access_token where sha256 = ?",
        row -> row.getString("role"),
        Sha256.hex(token));
  }

  private Map<String, String> readOrMake() throws IOException {
    Path file = home.resolve("tokens");
    if (Files.exists(file)) {
      Map<String, String> tokens = new TreeMap<>();
      var tree = mapper.readTree(Files.readString(file));
      PREFIXES.keySet().forEach(role -> tokens.put(role, tree.path(role).asText()));
      if (tokens.values().stream().noneMatch(String::isBlank)) {
        return tokens;
      }
    }
    Map<String, String> tokens = new TreeMap<>();
    PREFIXES.forEach((role, prefix) -> tokens.put(role, prefix + secret()));
    Path fresh = home.resolve("tokens.new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, mapper.writeValueAsString(tokens));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return tokens;
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
