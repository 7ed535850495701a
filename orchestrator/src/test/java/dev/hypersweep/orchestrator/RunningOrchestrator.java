package dev.hypersweep.orchestrator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of the running application share: real HTTP on a free port, real PostgreSQL, empty
 * tables before each test. Subclasses carry {@code @QuarkusTest}.
 */
@WithTestResource(
    value = PostgresResource.class,
    scope = io.quarkus.test.common.TestResourceScope.GLOBAL)
public abstract class RunningOrchestrator {

  @Inject protected Sql sql;
  @Inject protected ObjectMapper mapper;

  @ConfigProperty(name = "hypersweep.home")
  protected Path home;

  @BeforeEach
  protected void emptyTables() {
    sql.update(
        "truncate sweep, trial, run, attempt, metric_batch, metric_point, metric_array, log_chunk, artifact,"
            + " result, result_metric, audit, worker, worker_dataset, environment restart identity"
            + " cascade");
    sql.update("delete from team where name <> 'default'");
    sql.update("update team set turn = 0");
  }

  /** A request as a local client sends it. */
  protected RequestSpecification client() {
    return RestAssured.given();
  }

  /** A request with the worker's token. */
  protected RequestSpecification worker() {
    return RestAssured.given().header("Authorization", "Bearer " + token("worker"));
  }

  /** The token of a role, read from the home as local processes do. */
  protected String token(String role) {
    try {
      return mapper.readTree(Files.readString(home.resolve("tokens"))).get(role).asText();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
