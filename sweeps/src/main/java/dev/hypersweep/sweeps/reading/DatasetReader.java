package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code datasets:}, benchmarks expanded. */
final class DatasetReader {

  private static final String EXAMPLE = "datasets: [wordnet]";

  private DatasetReader() {}

  static List<String> read(Section sweep, Set<String> others) {
    if (!sweep.has("datasets")) {
      sweep.missing("datasets", "add " + EXAMPLE);
      return List.of();
    }
    Optional<List<Node>> items = sweep.list("datasets", EXAMPLE);
    if (items.isPresent() && items.get().isEmpty()) {
      sweep.fault("datasets", "there is no dataset", "write " + EXAMPLE);
    }
    List<Node> nodes = items.orElse(List.of());
    List<String> datasets = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      String path = "datasets[" + i + "]";
      for (String dataset : named(sweep, others, node, path)) {
        if (datasets.contains(dataset)) {
          sweep
              .faults()
              .add(node, path, "the dataset " + dataset + " is named twice", "remove it here");
        } else {
          datasets.add(dataset);
        }
      }
    }
    return datasets;
  }

  private static List<String> named(Section sweep, Set<String> others, Node node, String path) {
    String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
    Optional<Benchmark> benchmark = Benchmarks.named(typed);
    if (benchmark.isPresent()) {
      return benchmark.get().datasets();
    }
    if (Datasets.named(typed).isPresent() || others.contains(typed)) {
      return List.of(typed);
    }
    List<String> known =
        Stream.of(
                Datasets.all().stream().map(Dataset::name),
                Benchmarks.all().stream().map(Benchmark::name),
                others.stream())
            .flatMap(names -> names)
            .toList();
    sweep
        .faults()
        .add(
            node,
            path,
            "neither a dataset nor a benchmark, nor one that a worker announced",
            Nearest.fix(typed, known));
    return List.of();
  }
}
