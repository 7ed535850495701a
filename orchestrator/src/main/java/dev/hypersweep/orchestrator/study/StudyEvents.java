package dev.hypersweep.orchestrator.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.sweeps.ask.Scalars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores and reads what happened in studies. The study's row must be locked. */
@ApplicationScoped
class StudyEvents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLUMNS = "kind, trial, params, step, objectives, prune, request";

  @Inject Sql sql;

  /**
   * An event with the request that made it.
   *
   * @param request what it said; null without an Idempotency-Key
   */
  record Stored(StudyEvent event, String request) {}

  /** Those from a number on, in order. */
  List<StudyEvent> from(long study, int number) {
    return sql
        .list(
            "select "
                + COLUMNS
                + " from study_event where study_id = ? and number >= ? order by number",
            StudyEvents::read,
            study,
            number)
        .stream()
        .map(Stored::event)
        .toList();
  }

  /** Those that a request with this key made, in order. */
  List<Stored> ofKey(long study, String key) {
    return sql.list(
        "select "
            + COLUMNS
            + " from study_event where study_id = ? and idempotency_key = ? order by number",
        StudyEvents::read,
        study,
        key);
  }

  void add(long study, int number, StudyEvent event, String key, String request) {
    sql.update(
        """
        insert into study_event (study_id, number, kind, trial, params, step, objectives, prune,
                                 idempotency_key, request)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        study,
        number,
        event.kind(),
        event.trial(),
        text(event.params()),
        event.step(),
        event.values() == null ? null : event.values().toArray(Double[]::new),
        event.prune(),
        key,
        key == null ? null : request);
  }

  private static Stored read(ResultSet row) throws SQLException {
    Array values = row.getArray("objectives");
    return new Stored(
        new StudyEvent(
            StudyEvent.Kind.valueOf(row.getString("kind")),
            row.getInt("trial"),
            point(row.getString("params")),
            row.getObject("step", Long.class),
            values == null ? null : List.of((Double[]) values.getArray()),
            row.getObject("prune", Boolean.class)),
        row.getString("request"));
  }

  private static String text(SortedMap<String, Object> point) {
    try {
      return point == null ? null : JSON.writeValueAsString(point);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a point cannot be written", e);
    }
  }

  private static SortedMap<String, Object> point(String text) {
    if (text == null) {
      return null;
    }
    try {
      SortedMap<String, Object> point = new TreeMap<>();
      for (var field : JSON.readTree(text).properties()) {
        JsonNode value = field.getValue();
        point.put(field.getKey(), Scalars.of(value));
      }
      return point;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored point cannot be read", e);
    }
  }
}
