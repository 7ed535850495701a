package dev.hypersweep.sweeps.sampling.cube;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a parameter exists, in coordinates. The answers are remembered by the values of the
 * parameters asked about, because models ask a thousand times per suggestion.
 */
final class Activity {

  private static final int MOST_REMEMBERED = 1 << 16;

  private final Space space;
  private final Parameter parameter;
  private final List<Dimension> dimensions;

  /** Places of the parameters asked about, then the answer by their levels: 0 not known yet. */
  private final int[] asked;

  private final byte[] answers;

  Activity(Space space, Parameter parameter, List<Dimension> dimensions) {
    this.space = space;
    this.parameter = parameter;
    this.dimensions = dimensions;
    Set<String> names = parameter.when() == null ? Set.of() : parameter.when().names();
    List<Integer> places = new ArrayList<>();
    long combinations = 1;
    for (int i = 0; i < dimensions.size(); i++) {
      Parameter other = dimensions.get(i).parameter();
      boolean chooses = other.name().equals(Parameter.VARIANT) && !other.equals(parameter);
      if (names.contains(other.name()) || chooses) {
        places.add(i);
        int levels = dimensions.get(i).levels();
        combinations *= levels == 0 ? MOST_REMEMBERED : levels + 1;
        combinations = Math.min(combinations, MOST_REMEMBERED + 1L);
      }
    }
    this.asked = places.stream().mapToInt(Integer::intValue).toArray();
    this.answers = new byte[combinations > MOST_REMEMBERED ? 0 : (int) combinations];
  }

  boolean isAlways() {
    return asked.length == 0 && holds(new double[dimensions.size()]);
  }

  /** Whether the parameter exists beside these coordinates. */
  boolean holds(double[] point) {
    if (answers.length == 0) {
      return ask(point);
    }
    int index = 0;
    for (int place : asked) {
      int levels = dimensions.get(place).levels();
      boolean absent = Double.isNaN(point[place]);
      index = index * (levels + 1) + (absent ? levels : dimensions.get(place).level(point[place]));
    }
    if (answers[index] == 0) {
      answers[index] = (byte) (ask(point) ? 1 : 2);
    }
    return answers[index] == 1;
  }

  private boolean ask(double[] point) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (int place : asked) {
      if (!Double.isNaN(point[place])) {
        Dimension dimension = dimensions.get(place);
        Parameter other = dimension.parameter();
        values.put(other.name(), space.coerced(other, dimension.decoded(point[place])));
      }
    }
    return space.exists(parameter, values);
  }
}
