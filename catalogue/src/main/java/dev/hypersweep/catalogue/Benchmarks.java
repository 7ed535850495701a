package dev.hypersweep.catalogue;

import java.util.List;
import java.util.Optional;

/** Every benchmark. */
public final class Benchmarks {

  private static final List<Benchmark> ALL =
      List.of(
          new Benchmark(
              "wordnet",
              "WordNet supersenses",
              List.of("wordnet/noun-supersense", "wordnet/verb-supersense")),
          new Benchmark(
              "small-text", "Small text classification", List.of("glue/cola", "glue/rte", "trec")));

  private Benchmarks() {}

  /** Every benchmark. */
  public static List<Benchmark> all() {
    return ALL;
  }

  /** The benchmark of that name. */
  public static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
  }
}
