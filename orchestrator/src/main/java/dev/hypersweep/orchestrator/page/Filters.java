package dev.hypersweep.orchestrator.page;

import java.util.ArrayList;
import java.util.List;

/** Conditions of a list that were asked for, each with its arguments, in order. */
public final class Filters {

  private final StringBuilder where;
  private final List<Object> arguments = new ArrayList<>();

  /** Begins with a condition that always holds for the list. */
  public Filters(String condition, Object... values) {
    where = new StringBuilder(condition);
    arguments.addAll(List.of(values));
  }

  /** Adds a condition with one placeholder, unless the value is null. */
  public Filters and(String condition, Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      arguments.add(value);
    }
    return this;
  }

  /** The conditions. */
  public String where() {
    return where.toString();
  }

  /** Their arguments. */
  public List<Object> arguments() {
    return arguments;
  }

  /** Conditions and arguments: what a cursor is bound to. */
  @Override
  public String toString() {
    return where + " " + arguments;
  }
}
