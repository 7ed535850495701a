package dev.hypersweep.sweeps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stored regrets of another library's pruners, one per seed. */
final class PrunersReference {

  private record Key(String problem, String pruner, int workers, String column) {}

  private final Map<Key, List<Double>> figures = new HashMap<>();

  /** Reads {@code pruners.csv}; the random sampler only. */
  PrunersReference(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (!cells[1].equals("random")) {
        continue;
      }
      for (int i = 6; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          // They write nan while nothing was told.
          boolean nothing = cells[i].equals("nan");
          figures
              .computeIfAbsent(
                  new Key(cells[0], cells[2], Integer.parseInt(cells[3]), header[i]),
                  any -> new ArrayList<>())
              .add(nothing ? Double.POSITIVE_INFINITY : (Double) Double.parseDouble(cells[i]));
        }
      }
    }
  }

  /** Empty if none is stored. */
  double[] figures(String problem, String pruner, int workers, String column) {
    return figures.getOrDefault(new Key(problem, pruner, workers, column), List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
