package dev.hypersweep.sweeps;

import java.util.List;
import java.util.OptionalLong;

/**
 * A list of values, each equally likely.
 *
 * @param values one or more, all different: Long, Double or String by the setting's kind
 * @param ordered whether neighbours in the list are alike ({@code ordinal})
 */
public record Choices(List<Object> values, boolean ordered) implements Domain {

  static final String CATEGORICAL = "categorical";
  static final String ORDINAL = "ordinal";

  @Override
  public OptionalLong size() {
    return OptionalLong.of(values.size());
  }

  @Override
  public Object at(long index) {
    return values.get((int) index);
  }

  @Override
  public Object quantile(double u) {
    return values.get((int) (u * values.size()));
  }

  @Override
  public double position(Object value) {
    for (int i = 0; i < values.size(); i++) {
      if (Values.same(values.get(i), value)) {
        return (i + 0.5) / values.size();
      }
    }
    throw new IllegalArgumentException("not a choice: " + value);
  }

  @Override
  public boolean contains(Object value) {
    return values.stream().anyMatch(choice -> Values.same(choice, value));
  }

  @Override
  public String type() {
    return ordered ? ORDINAL : CATEGORICAL;
  }
}
