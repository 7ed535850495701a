package dev.hypersweep.orchestrator.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL with positional parameters, inside the current transaction if there is one. Parameters
 * may be strings, numbers, booleans, byte arrays, {@code Instant}s and Java arrays of these (which
 * become SQL arrays: {@code Long[]}, {@code Double[]}, {@code String[]}).
 */
@ApplicationScoped
public class Sql {

  /** Makes a value of the current row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads columns by name; must not move the cursor. */
    T read(ResultSet row) throws SQLException;
  }

  @Inject DataSource dataSource;

  /** All rows, in order. */
  public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(row.read(rows));
      }
      return result;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The first row, if there is one; its value must not be null. */
  public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** The number in the first column of the first row. */
  public long number(String sql, Object... parameters) {
    return first(sql, result -> result.getLong(1), parameters).orElseThrow();
  }

  /** Executes a statement that returns no rows; how many rows it changed. */
  public int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object[] parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Long[] longs) {
        statement.setArray(i + 1, connection.createArrayOf("bigint", longs));
      } else if (value instanceof Double[] doubles) {
        statement.setArray(i + 1, connection.createArrayOf("double precision", doubles));
      } else if (value instanceof String[] strings) {
        statement.setArray(i + 1, connection.createArrayOf("text", strings));
      } else if (value instanceof java.time.Instant instant) {
        statement.setObject(i + 1, instant.atOffset(java.time.ZoneOffset.UTC));
      } else if (value instanceof Enum<?> name) {
        statement.setString(i + 1, name.name());
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }
}
