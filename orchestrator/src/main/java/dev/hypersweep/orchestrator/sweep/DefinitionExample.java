package dev.hypersweep.orchestrator.sweep;

/** A definition for the API document; a test plans it. */
final class DefinitionExample {

  static final String YAML =
      """
      name: learning-rate
      description: Which variant learns best, and at which rate?
      variants: [dense, moe, hypermoe]
      datasets: [wordnet]
      seeds: 3
      parameters:
        learning_rate: {type: categorical, choices: [0.001, 0.003]}
      constants: {steps: 400, experts: 8}
      objective: {metric: accuracy, goal: maximize, aggregate: mean}
      sampler: {name: grid}
      resources: {device: cpu, threads: 1}
      """;

  private DefinitionExample() {}
}
