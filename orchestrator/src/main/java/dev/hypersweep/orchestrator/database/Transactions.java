package dev.hypersweep.orchestrator.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs work in a transaction of its own and again from its start when PostgreSQL ended it for the
 * sake of another one (serialization failure, deadlock). The work must not have effects outside of
 * the database. A {@code RuntimeException} that leaves it rolls it back.
 */
@ApplicationScoped
public class Transactions {

  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
  private static final int TRIES = 5;

  /** The work's value, after its commit. */
  public <T> T run(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work::get);
      } catch (RuntimeException e) {
        if (attempt == TRIES || !worthTryingAgain(e)) {
          throw e;
        }
      }
    }
  }

  /** As {@link #run(Supplier)}, without a value. */
  public void run(Runnable work) {
    run(
        () -> {
          work.run();
          return null;
        });
  }

  private static boolean worthTryingAgain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && TRY_AGAIN.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
