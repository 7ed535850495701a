package dev.hypersweep.acceptance;

/** A definition that a worker is done with in seconds. */
record TinySweep(String name, String variants, String datasets, String seeds, int steps) {

  static TinySweep named(String name) {
    return new TinySweep(name, "dense, hypermoe", "wordnet/verb-supersense", "2", 60);
  }

  TinySweep variants(String list) {
    return new TinySweep(name, list, datasets, seeds, steps);
  }

  TinySweep seeds(String value) {
    return new TinySweep(name, variants, datasets, value, steps);
  }

  TinySweep steps(int value) {
    return new TinySweep(name, variants, datasets, seeds, value);
  }

  String yaml() {
    return """
        name: %s
        variants: [%s]
        datasets: [%s]
        seeds: %s
        constants: {hidden: 32, ffn: 64, steps: %d, checkpoint_every: 20, evaluation_every: 20}
        """
        .formatted(name, variants, datasets, seeds, steps);
  }
}
