package dev.hypersweep.catalogue;

import dev.hypersweep.catalogue.benchmark.ScoringRule;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
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
              "small-text", "Small text classification", List.of("glue/cola", "glue/rte", "trec")),
          scored("GLUE", ScoringRules.GLUE),
          scored("SuperGLUE", ScoringRules.SUPERGLUE),
          scored("HyperMoE's twenty datasets", ScoringRules.HYPERMOE_20));

  private Benchmarks() {}

  /** Every benchmark. */
  public static List<Benchmark> all() {
    return ALL;
  }

  private static Benchmark scored(String title, ScoringRule rule) {
    return new Benchmark(rule.benchmark(), title, rule.datasets());
  }

  /** The benchmark of that name. */
  public static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
  }
}
