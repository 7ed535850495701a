package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.sweeps.ask.Scalars;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.simulation.TableCurves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The points that another library drew, by table and seed, in their order: whoever begins the same
 * trials differs in the pruner alone. A line is {@code
 * {"table":"t","seed":0,"points":[{"lr":1},..]}}. Points may come again.
 */
final class DrawnPoints {

  private record Key(String table, long seed) {}

  private final Map<Key, List<SortedMap<String, Object>>> drawn = new HashMap<>();

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the line that is not such a one, or a file that is none
   */
  DrawnPoints(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException("no file that can be read: '" + file + "'");
    }
    ObjectMapper json = new ObjectMapper();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      JsonNode node;
      try {
        node = json.readTree(line);
      } catch (IOException e) {
        throw new IllegalArgumentException(file + ": line " + number + ": not JSON", e);
      }
      if (!node.path("table").isTextual()
          || !node.path("seed").isIntegralNumber()
          || node.path("points").isEmpty()) {
        throw new IllegalArgumentException(
            file + ": line " + number + ": write {\"table\":\"t\",\"seed\":0,\"points\":[{..}]}");
      }
      List<SortedMap<String, Object>> points = new ArrayList<>();
      for (JsonNode one : node.get("points")) {
        SortedMap<String, Object> point = new TreeMap<>();
        one.properties().forEach(value -> point.put(value.getKey(), Scalars.of(value.getValue())));
        points.add(point);
      }
      drawn.put(new Key(node.get("table").textValue(), node.get("seed").longValue()), points);
    }
  }

  /**
   * The points of a seed.
   *
   * @throws IllegalArgumentException if none were drawn, or the table lacks one
   */
  List<SortedMap<String, Object>> of(String table, TableCurves curves, long seed) {
    List<SortedMap<String, Object>> points = drawn.get(new Key(table, seed));
    if (points == null) {
      throw new IllegalArgumentException("no points were drawn for " + table + ", seed " + seed);
    }
    for (SortedMap<String, Object> point : points) {
      if (curves.of(point) == null) {
        throw new IllegalArgumentException(table + ", seed " + seed + " has no row " + point);
      }
    }
    return points;
  }

  /** Gives points in their order; unlike other samplers, also one that was there before. */
  static Sampler inOrder(List<SortedMap<String, Object>> points) {
    return history ->
        history.size() < points.size() ? Optional.of(points.get(history.size())) : Optional.empty();
  }
}
