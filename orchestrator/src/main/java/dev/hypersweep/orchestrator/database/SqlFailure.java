package dev.hypersweep.orchestrator.database;

import java.sql.SQLException;

/** A statement failed; the cause is the driver's exception. */
public final class SqlFailure extends RuntimeException {

  /** Wraps the driver's exception. */
  public SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** The five characters of SQLSTATE, or an empty text. */
  public String state() {
    String state = ((SQLException) getCause()).getSQLState();
    return state == null ? "" : state;
  }
}
