package dev.hypersweep.orchestrator.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Columns that may be null, or have no getter of their own in JDBC. */
public final class Columns {

  private Columns() {}

  /** A bigint, or null. */
  public static Long longOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  /** An integer, or null. */
  public static Integer intOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  /** A double precision, or null. */
  public static Double doubleOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Double.class);
  }

  /** A double precision[], whose elements may be null, or null. */
  public static List<Double> doublesOrNull(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : Arrays.asList((Double[]) array.getArray());
  }

  /** A timestamptz, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
