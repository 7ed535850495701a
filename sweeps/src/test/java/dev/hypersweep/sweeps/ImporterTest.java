package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.source.Faults;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.importing.Importer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImporterTest {

  private static final String OPTUNA =
      """
      {"x": {"name": "FloatDistribution", "attributes": {"low": -5.0, "high": 10.0, "log": false, "step": null}},
       "rate": {"name": "FloatDistribution", "attributes": {"low": 1e-5, "high": 0.1, "log": true, "step": null}},
       "drop": {"name": "FloatDistribution", "attributes": {"low": 0.0, "high": 0.55, "log": false, "step": 0.1}},
       "units": {"name": "IntDistribution", "attributes": {"low": 32, "high": 256, "log": false, "step": 32}},
       "old": {"name": "LogUniformDistribution", "attributes": {"low": 0.01, "high": 1}},
       "fixed": {"name": "IntDistribution", "attributes": {"low": 3, "high": 3, "log": false, "step": 1}},
       "kind": {"name": "CategoricalDistribution", "attributes": {"choices": ["a", 2, true, null]}},
       "quoted": "{\\"name\\": \\"UniformDistribution\\", \\"attributes\\": {\\"low\\": 0, \\"high\\": 1}}"}
      """;

  private static final String WANDB =
      """
      program: train.py
      name: tune
      method: bayes
      metric: {name: val_accuracy, goal: maximize}
      run_cap: 12
      early_terminate: {type: hyperband, min_iter: 3}
      parameters:
        learning_rate: {distribution: log_uniform_values, min: 0.0001, max: 0.01}
        batch: {values: [16, 32]}
        hidden: {value: 64}
        dropout: {min: 0.0, max: 0.5}
        weight_decay: {distribution: q_normal, mu: 0.01, sigma: 0.005, q: 0.001}
        layers: {min: 1, max: 4}
      """;

  private static final String KATIB =
      """
      apiVersion: kubeflow.org/v1beta1
      kind: Experiment
      metadata: {name: random, namespace: kubeflow}
      spec:
        objective: {type: maximize, goal: 0.99, objectiveMetricName: Validation-accuracy}
        algorithm: {algorithmName: tpe, algorithmSettings: [{name: random_state, value: "10"}]}
        maxTrialCount: 12
        parallelTrialCount: 3
        parameters:
          - {name: lr, parameterType: double, feasibleSpace: {min: "0.01", max: "0.03", distribution: logUniform}}
          - {name: num-layers, parameterType: int, feasibleSpace: {min: "2", max: "5"}}
          - {name: optimizer, parameterType: categorical, feasibleSpace: {list: [sgd, adam]}}
          - {name: batch_size, parameterType: discrete, feasibleSpace: {list: ["16", "32"]}}
          - {name: momentum, parameterType: double, feasibleSpace: {min: "0.5", max: "0.9", step: "0.1"}}
          - {name: noise, parameterType: double, feasibleSpace: {min: "0", max: "6", distribution: normal}}
        trialTemplate: {primaryContainerName: main}
      """;

  @Test
  void distributionsOfOptunaBecomeASpaceForAsk() {
    Importer.Result result = Importer.read(OPTUNA, "mine", null);
    SpaceFile file = SpaceFile.read(result.yaml());
    assertThat(file.space().parameters())
        .containsExactlyInAnyOrder(
            new Parameter("x", new Reals(-5, 10, false, null), null),
            new Parameter("rate", new Reals(1e-5, 0.1, true, null), null),
            new Parameter("drop", new Reals(0, 0.5, false, 0.1), null),
            new Parameter("units", new Integers(32, 256, false, 32), null),
            new Parameter("old", new Reals(0.01, 1, true, null), null),
            new Parameter("kind", new Choices(List.of("a", 2L, true), false), null),
            new Parameter("quoted", new Reals(0, 1, false, null), null));
    assertThat(result.isSweep()).isFalse();
    assertThat(result.notes())
        .anyMatch(note -> note.startsWith("line 3, drop: steps do not meet 0.55"))
        .anyMatch(note -> note.startsWith("line 7, kind: the choice null"))
        .anyMatch(note -> note.contains("ask --space"));
    result.notes().forEach(note -> assertThat(result.yaml()).contains("# " + note + "\n"));
  }

  @Test
  void aSweepOfWandbOverOurSettingsIsASweep() {
    Importer.Result result = Importer.read(WANDB, "file", null);
    SweepDefinition sweep = SweepDefinitions.read(result.yaml());
    assertThat(result.isSweep()).isTrue();
    assertThat(sweep.name()).isEqualTo("tune");
    assertThat(sweep.budget().trials()).isEqualTo(12);
    assertThat(sweep.constants()).containsEntry("hidden", 64L);
    assertThat(sweep.objective().metric().metricName()).isEqualTo("accuracy");
    assertThat(sweep.parameters())
        .contains(
            new Parameter("learning_rate", new Reals(1e-4, 0.01, true, null), null),
            new Parameter("layers", new Integers(1, 4, false, 1), null));
    assertThat(sweep.parameters())
        .filteredOn(one -> one.name().equals("weight_decay"))
        .allMatch(one -> one.domain() instanceof Normal);
    assertThat(result.notes())
        .anyMatch(note -> note.startsWith("line 6, early_terminate"))
        .anyMatch(note -> note.startsWith("line 1, program"))
        .anyMatch(note -> note.contains("multiples of q"));
  }

  @Test
  void multiplesOfWholeNumbersAreWholeNumbers() {
    Importer.Result result =
        Importer.read(
            "method: random\nparameters:\n"
                + "  a: {distribution: q_uniform, min: 8, max: 64, q: 8}\n"
                + "  b: {distribution: q_log_uniform_values, min: 32, max: 256, q: 1}\n"
                + "  c: {distribution: q_log_uniform, min: 0, max: 2.5, q: 2}\n"
                + "  d: {distribution: q_uniform, min: 0, max: 1, q: 0.25}\n",
            "x",
            null);
    assertThat(SpaceFile.read(result.yaml()).space().parameters())
        .extracting(Parameter::domain)
        .containsExactly(
            new Integers(8, 64, false, 8),
            new Integers(32, 256, true, 1),
            new Integers(1, 12, true, 1),
            new Reals(0, 1, false, 0.25));
  }

  @Test
  void groupsOfWandbBecomeDottedNames() {
    String nested =
        "method: random\nparameters:\n  optimizer: {parameters: {lr: {min: 0.1, max: 0.2}}}\n";
    Importer.Result result = Importer.read(nested, "x", null);
    assertThat(SpaceFile.read(result.yaml()).space().parameters())
        .extracting(Parameter::name)
        .containsExactly("optimizer.lr");
    assertThat(result.notes()).anyMatch(note -> note.contains("rename it to learning_rate"));
  }

  @Test
  void anExperimentOfKatibKeepsItsFeasibleSpace() {
    Importer.Result result = Importer.read(KATIB, "x", "katib");
    SpaceFile file = SpaceFile.read(result.yaml());
    assertThat(file.sampler()).isEqualTo(new SamplerChoice("tpe", 10));
    assertThat(file.trials()).isEqualTo(12);
    assertThat(file.goals()).hasToString("[MAXIMIZE]");
    assertThat(file.space().parameters())
        .containsExactlyInAnyOrder(
            new Parameter("lr", new Reals(0.01, 0.03, true, null), null),
            new Parameter("num-layers", new Integers(2, 5, false, 1), null),
            new Parameter("optimizer", new Choices(List.of("sgd", "adam"), false), null),
            new Parameter("batch_size", new Choices(List.of(16L, 32L), true), null),
            new Parameter("momentum", new Reals(0.5, 0.9, false, 0.1), null),
            new Parameter("noise", new Normal(3, 1, false, 0, 6), null));
    assertThat(result.notes()).anyMatch(note -> note.startsWith("line 8, spec.parallelTrialCount"));
  }

  @Test
  void whatASettingCannotBeIsLeftOutAndSaid() {
    Importer.Result result =
        Importer.read(
            "method: random\nparameters:\n  dropout: {min: 0.1, max: 7.5}\n  steps: {min: 1, max: 9}\n",
            "x",
            null);
    assertThat(SweepDefinitions.read(result.yaml()).parameters())
        .extracting(Parameter::name)
        .containsExactly("steps");
    assertThat(result.notes())
        .anyMatch(note -> note.startsWith("parameters.dropout.high: left out"));
  }

  @Test
  void otherTextsAreRefused() {
    assertThatThrownBy(() -> Importer.read("name: x\n", "x", null))
        .hasMessageContaining("say which with --from");
    assertThatThrownBy(() -> Importer.read("name: [\n", "x", null))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> Importer.read("method: grid\nparameters: {}\n", "x", null))
        .hasMessageContaining("no parameters");
  }

  @Test
  void brokenTextsEndInADefinitionOrARefusal() {
    Random random = new Random(4);
    for (int i = 0; i < 3000; i++) {
      String text = Mutation.of(List.of(OPTUNA, WANDB, KATIB).get(i % 3), random);
      try {
        Importer.Result result = Importer.read(text, "x", null);
        SourceText.read(result.yaml(), new Faults());
        assertThat(result.isSweep() || SpaceFile.read(result.yaml()) != null).isTrue();
      } catch (InvalidDefinition | IllegalArgumentException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }
}
