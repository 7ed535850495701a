package dev.hypersweep.orchestrator.page;

import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Query parameters that take one of a few values. */
public final class Choice {

  private Choice() {}

  /**
   * The value, or {@code standard} if there is none.
   *
   * @throws ProblemException if it is not allowed, naming those that are
   */
  public static String of(
      String parameter, String value, String standard, Collection<String> allowed) {
    if (value == null || value.isEmpty()) {
      return standard;
    }
    if (!allowed.contains(value)) {
      throw ProblemException.invalidParameter(
          parameter,
          value,
          "unknown value",
          "allowed: " + String.join(", ", new TreeSet<>(allowed)));
    }
    return value;
  }

  /** As {@link #of}, for the names of an enumeration; null if there is no value. */
  public static <E extends Enum<E>> String name(String parameter, String value, Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return of(parameter, value, null, names);
  }
}
