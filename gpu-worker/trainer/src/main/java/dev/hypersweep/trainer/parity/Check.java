package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what was computed with what a case expects. Every expected tensor has to be compared:
 * one that nobody computed fails the case.
 */
public final class Check {

  private final Map<String, StoredTensor> expected;
  private final JsonNode tolerances;
  private final double rel;
  private final Set<String> open;
  private final List<String> faults = new ArrayList<>();
  private Deviation greatest;
  private long compared;

  /**
   * @param expected by name
   * @param description the case: {@code tolerance.rel}, and {@code abs} or {@code exact} per tensor
   */
  Check(Map<String, StoredTensor> expected, JsonNode description) {
    this.expected = expected;
    this.open = new TreeSet<>(expected.keySet());
    this.tolerances = description.path("files").path("expected.safetensors");
    this.rel = description.path("tolerance").path("rel").asDouble(0);
  }

  /** Whether the case expects a tensor of that name. */
  public boolean expects(String name) {
    return expected.containsKey(name);
  }

  /** Names of the expected tensors. */
  public Set<String> names() {
    return expected.keySet();
  }

  /** Numbers in the expected tensor of that name. */
  int size(String name) {
    return expected.get(name).size();
  }

  /** Compares a tensor, shape and all; one that the case does not expect is passed over. */
  public void tensor(String name, NDArray got) {
    if (!expects(name)) {
      return;
    }
    double[] numbers =
        switch (got.getDataType()) {
          case FLOAT64 -> got.toDoubleArray();
          case INT64 -> Arrays.stream(got.toLongArray()).asDoubleStream().toArray();
          case BOOLEAN -> {
            boolean[] flags = got.toBooleanArray();
            double[] bits = new double[flags.length];
            Arrays.setAll(bits, i -> flags[i] ? 1 : 0);
            yield bits;
          }
          default -> {
            float[] floats = got.toFloatArray();
            double[] wide = new double[floats.length];
            Arrays.setAll(wide, i -> floats[i]);
            yield wide;
          }
        };
    numbers(name, numbers, got.getShape().getShape());
  }

  /** Compares numbers, row-major, with the expected tensor. */
  public void numbers(String name, double[] got, long... shape) {
    if (!expects(name)) {
      return;
    }
    StoredTensor wanted = expected.get(name);
    open.remove(name);
    if (!Arrays.equals(shape, wanted.shape())) {
      faults.add(
          name
              + " has shape "
              + Arrays.toString(shape)
              + ", expected "
              + Arrays.toString(wanted.shape()));
      return;
    }
    Tolerance tolerance = tolerance(name, wanted);
    double[] numbers = wanted.reals();
    for (int i = 0; i < numbers.length; i++) {
      String place = numbers.length == 1 ? name : name + "[" + i + "]";
      take(new Deviation(place, got[i], numbers[i], tolerance.at(numbers[i])));
    }
  }

  private Tolerance tolerance(String name, StoredTensor wanted) {
    JsonNode own = tolerances.path(name);
    if (own.path("exact").asBoolean(false) || (wanted.type().isInteger() && !own.has("abs"))) {
      return Tolerance.EXACT;
    }
    return new Tolerance(own.path("abs").asDouble(0), rel);
  }

  /** Compares two things that must be equal: token numbers, texts, offsets. */
  public void equal(String place, Object wanted, Object got) {
    compared++;
    if (!wanted.equals(got)) {
      faults.add(place + " is " + got + ", expected " + wanted);
    }
  }

  /** Compares one number. */
  public void number(String place, double wanted, double got, double abs, double relative) {
    take(new Deviation(place, got, wanted, new Tolerance(abs, relative).at(wanted)));
  }

  /** Something is wrong that is not a number. */
  public void fault(String what) {
    faults.add(what);
  }

  private void take(Deviation deviation) {
    compared++;
    if (greatest == null || deviation.share() > greatest.share()) {
      greatest = deviation;
    }
  }

  /** The verdict, when everything has been compared. */
  Outcome outcome() {
    List<String> all = new ArrayList<>(faults);
    if (!open.isEmpty()) {
      all.add("not computed: " + String.join(", ", open));
    }
    if (compared == 0) {
      all.add("nothing was compared");
    }
    return Outcome.of(compared, greatest, all);
  }
}
