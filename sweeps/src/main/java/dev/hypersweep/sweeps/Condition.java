package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.expression.Evaluation;
import dev.hypersweep.sweeps.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Under which values of others a parameter exists. */
public sealed interface Condition {

  /** The parameters that it asks about, {@code variant} included. */
  Set<String> names();

  /**
   * Whether the parameter exists.
   *
   * @param values of the parameters that exist so far, and {@code variant}; a condition that asks
   *     about a parameter that does not exist does not hold
   */
  boolean holds(Map<String, Object> values);

  /** The mapping form: every parameter named has one of its values. */
  record Under(SortedMap<String, List<Object>> values) implements Condition {

    @Override
    public Set<String> names() {
      return values.keySet();
    }

    @Override
    public boolean holds(Map<String, Object> current) {
      return values.entrySet().stream()
          .allMatch(
              entry -> {
                Object value = current.get(entry.getKey());
                return value != null
                    && entry.getValue().stream().anyMatch(one -> Values.same(one, value));
              });
    }
  }

  /** The short form: an expression. */
  record Where(Expression expression) implements Condition {

    @Override
    public Set<String> names() {
      return expression.names();
    }

    @Override
    public boolean holds(Map<String, Object> current) {
      return current.keySet().containsAll(names()) && Evaluation.holds(expression, current);
    }
  }
}
