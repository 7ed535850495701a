package dev.hypersweep.sweeps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stored figures of another library's samplers, one per seed. */
final class Reference {

  /** Which of theirs ours is compared with. */
  private static final Map<String, String> THEIRS =
      Map.of("auto", "tpe", "sobol", "qmc", "lhs", "qmc", "grid", "random");

  private record Key(String function, String sampler, int horizon) {}

  private final Map<Key, List<Double>> figures = new HashMap<>();

  /** Reads {@code curves.csv}. */
  Reference(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      for (int i = 3; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          Key key = new Key(cells[0], cells[1], Integer.parseInt(header[i].substring(1)));
          figures.computeIfAbsent(key, any -> new ArrayList<>()).add(Double.parseDouble(cells[i]));
        }
      }
    }
  }

  static String theirs(String sampler) {
    return THEIRS.getOrDefault(sampler, sampler);
  }

  /** Figures of their counterpart of a sampler; empty if none is stored. */
  double[] figures(String function, String sampler, int horizon) {
    return figures.getOrDefault(new Key(function, theirs(sampler), horizon), List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
