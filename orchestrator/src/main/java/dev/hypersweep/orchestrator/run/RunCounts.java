package dev.hypersweep.orchestrator.run;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many runs of a sweep or trial stand where.
 *
 * @param total all others together, but for {@code reused}
 * @param reused are among the succeeded
 * @param toCome of trials that are still to be chosen, at most
 */
public record RunCounts(
    long total,
    long waiting,
    long held,
    long leased,
    long paused,
    long succeeded,
    long pruned,
    long failed,
    long cancelled,
    long reused,
    long toCome) {

  private static final String COUNTS =
      """
      count(*) filter (where r.state = 'WAITING') as waiting,
      count(*) filter (where r.state = 'HELD') as held,
      count(*) filter (where r.state = 'LEASED') as leased,
      count(*) filter (where r.state = 'PAUSED') as paused,
      count(*) filter (where r.state = 'SUCCEEDED') as succeeded,
      count(*) filter (where r.state = 'PRUNED') as pruned,
      count(*) filter (where r.state = 'FAILED') as failed,
      count(*) filter (where r.state = 'CANCELLED') as cancelled,
      count(*) filter (where r.reused_from is not null) as reused
      """;

  /** Columns that {@link #read} expects, as aggregates over rows of {@code run r}. */
  public static final String COLUMNS = columns("0");

  /**
   * The same.
   *
   * @param toCome expression over nothing that is aggregated
   */
  public static String columns(String toCome) {
    return "count(r.id) + (%s) as total, (%s) as to_come,\n".formatted(toCome, toCome) + COUNTS;
  }

  /** Reads the columns of {@link #COLUMNS}. */
  public static RunCounts read(ResultSet row) throws SQLException {
    return new RunCounts(
        row.getLong("total"),
        row.getLong("waiting"),
        row.getLong("held"),
        row.getLong("leased"),
        row.getLong("paused"),
        row.getLong("succeeded"),
        row.getLong("pruned"),
        row.getLong("failed"),
        row.getLong("cancelled"),
        row.getLong("reused"),
        row.getLong("to_come"));
  }
}
