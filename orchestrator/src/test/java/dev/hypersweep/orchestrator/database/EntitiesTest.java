package dev.hypersweep.orchestrator.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.run.AcceptedResult;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities beside migrations that own the tables, and beside plain SQL. */
@QuarkusTest
class EntitiesTest extends RunningOrchestrator {

  private static final String BACKEND = "select pg_backend_pid()";
  private static final String TEAM = "insert into team (name) values ('by hibernate')";
  private static final String TEAMS = "select count(*) from team where name = 'by hibernate'";

  @Inject EntityManager entities;
  @Inject EntityManagerFactory factory;
  @Inject Transactions transactions;

  @Test
  void everyEntityFitsTheTablesThatTheMigrationsMade() {
    assertThatCode(() -> factory.getSchemaManager().validate()).doesNotThrowAnyException();
  }

  @Test
  void plainSqlSharesTheConnectionOfEntities() {
    List<Long> backends =
        transactions.run(
            () ->
                List.of(
                    sql.number(BACKEND),
                    entities
                        .unwrap(org.hibernate.Session.class)
                        .createNativeQuery(BACKEND, Long.class)
                        .getSingleResult(),
                    sql.number(BACKEND)));
    assertThat(backends).containsOnly(backends.get(0));
  }

  @Test
  void whatHibernateWroteIsSeenByPlainSqlAndGoesWithTheTransaction() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      entities.createNativeQuery(TEAM).executeUpdate();
                      assertThat(sql.number(TEAMS)).isEqualTo(1);
                      throw new IllegalArgumentException("the work fails");
                    }))
        .hasMessage("the work fails");
    assertThat(sql.number(TEAMS)).isZero();
  }

  @Test
  void outsideOfATransactionThereAreNoEntities() {
    assertThatThrownBy(() -> AcceptedResult.count()).hasMessageContaining("transaction");
  }
}
