package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of curves as comma-separated values, a trial per line. Columns {@code e1, e2, ..} hold
 * the loss after so many steps (an empty one was not reported); or columns {@code d1s1, d1s2, ..}
 * hold the loss of a dataset and a seed. All columns before them are parameters. Losses are
 * minimised; a step, or a run of a dataset, takes the seconds that are given.
 */
final class CsvCurves {

  private static final Pattern STEP = Pattern.compile("e(\\d{1,15})");
  private static final Pattern CELL = Pattern.compile("(d[^,]*?)s(\\d{1,15})");

  private CsvCurves() {}

  /**
   * Reads a table.
   *
   * @param secondsPerStep cost of a step; of a whole run where there are no steps
   * @throws IllegalArgumentException naming line and column
   */
  static TableCurves read(List<String> lines, double secondsPerStep) {
    String[] header = lines.isEmpty() ? new String[0] : split(lines.get(0));
    int keys = 0;
    while (keys < header.length
        && !STEP.matcher(header[keys]).matches()
        && !CELL.matcher(header[keys]).matches()) {
      keys++;
    }
    if (keys == header.length) {
      throw new IllegalArgumentException(
          "line 1: no column of losses: write e1,e2,.. for steps or d1s1,d1s2,.. for datasets and seeds");
    }
    boolean curves = STEP.matcher(header[keys]).matches();
    List<Place> places = new ArrayList<>();
    long[] steps = new long[header.length - keys];
    for (int i = keys; i < header.length; i++) {
      Matcher match = (curves ? STEP : CELL).matcher(header[i]);
      if (!match.matches()) {
        throw new IllegalArgumentException(
            "line 1: column '" + header[i] + "' is not like " + header[keys]);
      }
      steps[i - keys] = curves ? Long.parseLong(match.group(1)) : 1;
      if (curves && steps[i - keys] <= (i > keys ? steps[i - keys - 1] : 0)) {
        throw new IllegalArgumentException(
            "line 1: column '" + header[i] + "': steps ascend from 1");
      }
      if (!curves) {
        places.add(new Place(match.group(1), Long.parseLong(match.group(2))));
      }
    }
    Map<SortedMap<String, Object>, List<Curve>> trials = new LinkedHashMap<>();
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).isBlank()) {
        continue;
      }
      String[] cells = split(lines.get(line));
      if (cells.length != header.length) {
        throw new IllegalArgumentException(
            "line %d: %d values for %d columns".formatted(line + 1, cells.length, header.length));
      }
      SortedMap<String, Object> point = new TreeMap<>();
      for (int i = 0; i < keys; i++) {
        point.put(header[i], scalar(cells[i]));
      }
      double[] losses = new double[steps.length];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = number(cells[keys + i], line + 1, header[keys + i]);
      }
      List<Curve> own =
          curves
              ? List.of(reported(steps, losses, secondsPerStep))
              : Arrays.stream(losses)
                  .mapToObj(loss -> new Curve(new long[] {1}, new double[] {loss}, secondsPerStep))
                  .toList();
      if (trials.put(point, own) != null) {
        throw new IllegalArgumentException("line " + (line + 1) + ": " + point + " comes again");
      }
    }
    return new TableCurves(curves ? List.of(new Place("curve", 0)) : places, trials);
  }

  /** Without the steps that were not reported; they are NaN, as failed ones are, at the end. */
  private static Curve reported(long[] steps, double[] losses, double secondsPerStep) {
    int count = losses.length;
    int[] kept =
        IntStream.range(0, count).filter(i -> i == count - 1 || !Double.isNaN(losses[i])).toArray();
    return new Curve(
        Arrays.stream(kept).mapToLong(i -> steps[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> losses[i]).toArray(),
        secondsPerStep * steps[count - 1]);
  }

  private static String[] split(String line) {
    return Arrays.stream(line.strip().split(",", -1)).map(String::strip).toArray(String[]::new);
  }

  private static Object scalar(String text) {
    try {
      return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static double number(String text, int line, String column) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "line %d, column %s: '%s' is not a number".formatted(line, column, text), e);
    }
  }
}
