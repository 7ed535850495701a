package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets one error that names the place, the field and the fix. */
class BadDefinitionTest {

  /** Lines after {@link Sweep#BASE}, and what is said about them. */
  record Bad(String lines, int line, int column, String field, String message, String fix) {}

  private static Bad bad(
      String lines, int line, int column, String field, String message, String fix) {
    return new Bad(lines, line, column, field, message, fix);
  }

  private static final String LR = "parameters:\n  learning_rate: {type: float, ";
  private static final String BATCH = "parameters:\n  batch: {type: int, ";

  static Stream<Bad> fields() {
    return Stream.of(
        bad("sampeler: {name: grid}", 5, 1, "sampeler", "unknown field", "did you mean sampler?"),
        bad(
            "constants: {stepps: 4}",
            5,
            13,
            "constants.stepps",
            "not a setting",
            "did you mean steps"),
        bad("constants: {steps: many}", 5, 20, "constants.steps", "not a number", "write a number"),
        bad("constants: {steps: \"400\"}", 5, 20, "constants.steps", "not a number", "quotes out"),
        bad("constants: {steps: 2.5}", 5, 20, "constants.steps", "not a whole number", "write 3"),
        bad("constants: {steps: 0}", 5, 20, "constants.steps", "not between 1 and", "1 or more"),
        bad(
            "constants: {dropout: 1}",
            5,
            22,
            "constants.dropout",
            "between 0 and 0.95",
            "0.95 or less"),
        bad(
            "constants: {clip: .nan}",
            5,
            19,
            "constants.clip",
            "not a finite number",
            "such as 0.1"),
        bad(
            "constants: {clip: 1e400}",
            5,
            19,
            "constants.clip",
            "not a finite number",
            "such as 0.1"),
        bad(
            "constants: {schedule: cosin}",
            5,
            23,
            "constants.schedule",
            "one of",
            "did you mean cosine?"),
        bad(
            "constants: {layer_embeding: 4}",
            5,
            13,
            "constants.layer_embeding",
            "not a setting",
            "layer_embedding?"),
        bad("constants: [steps]", 5, 12, "constants", "is a mapping", "constants: {steps: 400}"),
        bad(
            "constraints: [\"hidden %% heads\"]",
            5, 24, "constraints[0]", "'%' where a value", "write a name"),
        bad(
            "constraints: [\"hiden % heads == 0\"]",
            5, 16, "constraints[0]", "'hiden' is not known", "mean hidden?"),
        bad(
            "constraints: [hidden % heads]",
            5, 22, "constraints[0]", "gives a number", "compare it"),
        bad("constraints: [hidden > schedule]", 5, 24, "constraints[0]", "is a text", "one kind"),
        bad("constraints: [hidden = 64]", 5, 22, "constraints[0]", "compares nothing", "write =="),
        bad("constraints: [(hidden == 64]", 5, 15, "constraints[0]", "not closed", "add )"),
        bad(
            "constraints: [hidden == 65]",
            5,
            15,
            "constraints[0]",
            "does not hold for dense",
            "change"),
        bad(
            "objective: {metric: acuracy}",
            5,
            21,
            "objective.metric",
            "one of",
            "did you mean accuracy?"),
        bad(
            "objective: {metric: matthews}",
            5,
            21,
            "objective.metric",
            "not measured on wordnet",
            "accuracy"),
        bad(
            "objective: {metric: loss, goal: maximize}",
            5,
            33,
            "objective.goal",
            "better when lower",
            "minimize"),
        bad(
            "objectives: [{metric: loss}, {metric: accuracy}]",
            5,
            13,
            "objectives",
            "not available yet",
            "keep one"),
        bad(
            "sampler: {name: tpe}",
            5,
            17,
            "sampler.name",
            "tpe is not available yet",
            "use grid, random or auto"),
        bad("sampler: {name: gird}", 5, 17, "sampler.name", "not known", "did you mean grid?"),
        bad("sampler: random", 5, 10, "sampler", "is a mapping", "{name: random, seed: 7}"),
        bad("pruner: {name: median}", 5, 16, "pruner.name", "not available yet", "use none"),
        bad("budget: {trials: 0}", 5, 18, "budget.trials", "not between 1", "1 or more"),
        bad("budget: {trials: 1000000}", 5, 18, "budget.trials", "and 100000", "100000 or less"),
        bad("budget: {gpu_hours: -1}", 5, 21, "budget.gpu_hours", "not above 0", "0.5"),
        bad(
            "budget: {until: tomorrow}",
            5,
            17,
            "budget.until",
            "not a time",
            "2030-01-31T18:00:00Z"),
        bad("budget: {runs: 11}", 5, 16, "budget.runs", "takes 12 runs", "write runs: 12"),
        bad(
            "resources: {device: tpu}",
            5,
            21,
            "resources.device",
            "one of cpu, gpu",
            "did you mean"),
        bad("resources: {memory: 2 gigs}", 5, 21, "resources.memory", "not an amount", "2GiB"),
        bad("resources: {threads: 0}", 5, 22, "resources.threads", "not between", "1 or more"),
        bad("priority: high", 5, 11, "priority", "not a number", "write a number"),
        bad("team: 7", 5, 7, "team", "is a text", "quotes"));
  }

  static Stream<Bad> parameters() {
    return Stream.of(
        bad(
            LR + "low: 0.1, high: 0.001}",
            6,
            37,
            "parameters.learning_rate.low",
            "low 0.1 is above high 0.001",
            "exchange"),
        bad(
            LR + "low: 0.1, high: 0.1}",
            6,
            37,
            "parameters.learning_rate.low",
            "one value only",
            "constants"),
        bad(
            "parameters:\n  dropout: {type: float, low: 0, high: 0.5, log: true}",
            6,
            31,
            "parameters.dropout.low",
            "above 0",
            "raise low"),
        bad(
            LR + "low: 1e-4}",
            6,
            18,
            "parameters.learning_rate.high",
            "high is missing",
            "add high"),
        bad(
            LR + "low: 1e-4, high: 20}",
            6,
            49,
            "parameters.learning_rate.high",
            "not between 1e-8 and 10",
            "10 or less"),
        bad(
            LR + "low: yes, high: 1}",
            6,
            37,
            "parameters.learning_rate.low",
            "not a number",
            "such as"),
        bad(
            LR + "low: 1e-4, high: 1e-3, choices: [1]}",
            6,
            64,
            "parameters.learning_rate.choices",
            "does not go with",
            "categorical"),
        bad(
            LR + "low: 1e-4, high: 1e-3, lgo: true}",
            6,
            55,
            "parameters.learning_rate.lgo",
            "unknown field",
            "did you mean log?"),
        bad(
            LR + "low: 1e-4, high: 1e-3, log: maybe}",
            6,
            60,
            "parameters.learning_rate.log",
            "true or false",
            "log: true"),
        bad(
            "parameters:\n  learning_rate: {type: real, low: 1e-4, high: 1}",
            6,
            25,
            "parameters.learning_rate.type",
            "one of float",
            "known are"),
        bad(
            "parameters:\n  learning_rate: {low: 1e-4, high: 1}",
            6,
            18,
            "parameters.learning_rate.type",
            "missing",
            "type: float"),
        bad(
            "parameters:\n  learning_rate: 3",
            6,
            18,
            "parameters.learning_rate",
            "is a mapping",
            "type: .."),
        bad(
            "parameters:\n  learning_rate:",
            6,
            3,
            "parameters.learning_rate",
            "missing",
            "type: .."),
        bad(
            BATCH + "low: 16, high: 64, step: 15}",
            6,
            47,
            "parameters.batch.step",
            "do not meet 64",
            "high: 61"),
        bad(
            BATCH + "low: 16, high: 64, step: 99}",
            6,
            47,
            "parameters.batch.step",
            "longer than the range",
            "smaller"),
        bad(
            BATCH + "low: 16, high: 64, step: 0}",
            6,
            47,
            "parameters.batch.step",
            "not between 1",
            "1 or more"),
        bad(
            BATCH + "low: 16, high: 64, step: 16, log: true}",
            6,
            47,
            "parameters.batch.step",
            "exclude each other",
            "remove"),
        bad(
            BATCH + "low: 1.5, high: 64}",
            6,
            27,
            "parameters.batch.low",
            "not a whole number",
            "write 2"),
        bad(
            "parameters:\n  batch: {type: float, low: 1, high: 64}",
            6,
            17,
            "parameters.batch.type",
            "whole numbers",
            "int"),
        bad(
            "parameters:\n  batch: {type: categorical, choices: []}",
            6,
            39,
            "parameters.batch.choices",
            "nothing to choose",
            "list one"),
        bad(
            "parameters:\n  batch: {type: categorical, choices: [8, 8]}",
            6,
            43,
            "parameters.batch.choices[1]",
            "twice",
            "remove"),
        bad(
            "parameters:\n  batch: {type: categorical, choices: [a]}",
            6,
            40,
            "parameters.batch.choices[0]",
            "not a number",
            "number"),
        bad(
            "parameters:\n  lerning_rate: {type: float, low: 1, high: 2}",
            6,
            3,
            "parameters.lerning_rate",
            "not a setting",
            "learning_rate?"),
        bad(
            "parameters:\n  variant: {type: categorical, choices: [moe]}",
            6,
            12,
            "parameters.variant",
            "names them already",
            "remove"),
        bad(
            "parameters:\n  bottleneck: {type: int, low: 1, high: 8, when: {variant: [moe]}}",
            6,
            15,
            "parameters.bottleneck",
            "does not exist for moe",
            "leave moe out"),
        bad(
            "parameters:\n  bottleneck: {type: int, low: 1, high: 8, when: {variant: [hypermeo]}}",
            6,
            61,
            "parameters.bottleneck.when.variant",
            "not a variant of this sweep",
            "did you mean hypermoe?"),
        bad(
            "parameters:\n  bottleneck: {type: int, low: 1, high: 8, when: \"variant = 'moe'\"}",
            6,
            59,
            "parameters.bottleneck.when",
            "compares nothing",
            "write =="),
        bad(
            "parameters:\n  batch: {type: int, low: 1, high: 8, when: {batch: [2]}}",
            6,
            10,
            "parameters.batch",
            "depends on itself",
            "remove"),
        bad(
            "parameters:\n  batch: {type: int, low: 1, high: 8, when: {steps: 2}}",
            6,
            46,
            "parameters.batch.when.steps",
            "not a parameter",
            "known are"),
        bad(
            BATCH + "low: 1, high: 8}\nconstants: {batch: 8}",
            7,
            20,
            "constants.batch",
            "is a parameter too",
            "remove one"),
        bad(
            LR + "low: 1e-4, high: 1}",
            1,
            1,
            "budget.trials",
            "how many points",
            "budget: {trials: 20}"),
        bad(
            LR + "low: 1e-4, high: 1}\nsampler: {name: grid}",
            6,
            18,
            "parameters.learning_rate",
            "range without a step",
            "add step"),
        bad(
            BATCH + "low: 1, high: 64}\nsampler: {name: grid}\nbudget: {trials: 5}",
            8,
            18,
            "budget.trials",
            "has 64 points",
            "random"),
        bad(
            LR + "low: 1e-4, high: 1}\nbudget: {trials: 100000}",
            7,
            18,
            "budget.trials",
            "more than 100000 runs",
            "fewer"),
        bad(BATCH + "low: 1, high: 60000}", 4, 8, "seeds", "more than 100000 runs", "fewer"),
        bad(
            BATCH + "low: 1, high: 8}\nconstraints: [batch > 8]",
            7,
            14,
            "constraints",
            "no point found for dense",
            "loosen"));
  }

  @ParameterizedTest
  @MethodSource({"fields", "parameters"})
  void isRefusedWithPlaceFieldAndFix(Bad bad) {
    List<DefinitionError> errors = Sweep.errors(Sweep.BASE + bad.lines() + "\n");
    assertThat(errors).as(bad.lines()).hasSize(1);
    DefinitionError error = errors.get(0);
    assertThat(error.field()).isEqualTo(bad.field());
    assertThat(error.message()).contains(bad.message());
    assertThat(error.fix()).contains(bad.fix());
    assertThat(error.line() + ":" + error.column()).isEqualTo(bad.line() + ":" + bad.column());
  }

  static Stream<Bad> wholeTexts() {
    String rest = "datasets: [wordnet]\n";
    return Stream.of(
        bad("variants: [moe]\n" + rest, 1, 1, "name", "missing", "name: my-sweep"),
        bad("name:\nvariants: [moe]\n" + rest, 1, 1, "name", "missing", "name: my-sweep"),
        bad("name: ''\nvariants: [moe]\n" + rest, 1, 7, "name", "1 to 200", "write a name"),
        bad("name: x\n" + rest, 1, 1, "variants", "missing", "variants: [dense"),
        bad("name: x\nvariants: [moee]\n" + rest, 2, 12, "variants[0]", "not a variant", "moe?"),
        bad("name: x\nvariants: moe\n" + rest, 2, 11, "variants", "is a list", "[dense, moe]"),
        bad("name: x\nvariants: []\n" + rest, 2, 11, "variants", "no variant", "[dense, moe]"),
        bad(
            "name: x\nvariants: [moe, moe]\n" + rest,
            2,
            17,
            "variants[1]",
            "twice",
            "another name"),
        bad(
            "name: x\nvariants: [{name: w}]\n" + rest,
            2,
            12,
            "variants[0].extends",
            "missing",
            "extends: hypermoe"),
        bad(
            "name: x\nvariants: [{name: dense, extends: moe}]\n" + rest,
            2,
            19,
            "variants[0].name",
            "another variant",
            "my-dense"),
        bad(
            "name: x\nvariants: [{name: w, extends: moe, bottleneck: 4}]\n" + rest,
            2,
            36,
            "variants[0].bottleneck",
            "does not exist for moe",
            "moe-share, hypermoe"),
        bad(
            "name: x\nvariants: [{name: w, extends: moe, experts: 1}]\n" + rest,
            2,
            45,
            "variants[0].experts",
            "not between 2",
            "2 or more"),
        bad(
            "name: x\nvariants: [{name: w, extends: moe, top_k: 9}]\n" + rest,
            2,
            43,
            "variants[0].top_k",
            "above experts 8",
            "8 or less"),
        bad(
            "name: x\nvariants: [moe]\ndatasets: [wordnet, wordnet/noun-supersense]",
            3,
            21,
            "datasets[1]",
            "twice",
            "remove"),
        bad(
            "name: x\nvariants: [moe]\ndatasets: [glue/coal]",
            3,
            12,
            "datasets[0]",
            "neither",
            "did you mean glue/cola?"),
        bad(
            "name: x\nvariants: [moe]\ndatasets: wordnet",
            3,
            11,
            "datasets",
            "is a list",
            "[wordnet]"),
        bad("name: x\nvariants: [moe]", 1, 1, "datasets", "missing", "[wordnet]"),
        bad(
            "name: x\nvariants: [moe]\nseeds: 0\n" + rest,
            3,
            8,
            "seeds",
            "not between 1",
            "1 or more"),
        bad(
            "name: x\nvariants: [moe]\nseeds: three\n" + rest,
            3,
            8,
            "seeds",
            "not a number",
            "number"),
        bad(
            "name: x\nvariants: [moe]\nseeds: [1, 2, 1]\n" + rest,
            3,
            15,
            "seeds[2]",
            "twice",
            "remove"),
        bad(
            "name: x\nvariants: [moe]\nseeds: 1000000\n" + rest,
            3,
            8,
            "seeds",
            "and 10000",
            "or less"),
        bad(
            "name: x\nvariants: [dense]\nconstants: {experts: 4}\n" + rest,
            3,
            13,
            "constants.experts",
            "does not exist for dense",
            "moe"),
        bad(
            "name: x\nvariants: [dense]\nconstants: {heads: 5}\n" + rest,
            3,
            20,
            "constants.heads",
            "does not divide hidden 64",
            "divisor"),
        bad(
            "name: x\nvariants: [moe]\nconstants: {layers: 1}\n" + rest,
            3,
            21,
            "constants.layers",
            "no sparse layer",
            "sparse_every: 1"),
        bad(
            "name: x\nvariants: [hypermoe]\nconstants: {top_k: 8}\n" + rest,
            3,
            20,
            "constants.top_k",
            "unselected experts",
            "top_k: 7"),
        bad(
            "name: x\nvariants: [dense]\nconstraints: [experts > 2]\n" + rest,
            3,
            15,
            "constraints[0]",
            "not known",
            "known are"),
        bad(
            "name: x\nname: y\nvariants: [moe]\n" + rest,
            2,
            1,
            "name",
            "twice, first in line 1",
            "remove one"));
  }

  @ParameterizedTest
  @MethodSource("wholeTexts")
  void wholeTextIsRefused(Bad bad) {
    List<DefinitionError> errors = Sweep.errors(bad.lines());
    assertThat(errors).as(bad.lines()).hasSize(1);
    DefinitionError error = errors.get(0);
    assertThat(error.field()).isEqualTo(bad.field());
    assertThat(error.message()).contains(bad.message());
    assertThat(error.fix()).contains(bad.fix());
    assertThat(error.line() + ":" + error.column()).isEqualTo(bad.line() + ":" + bad.column());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceInTextOrder() {
    List<DefinitionError> errors =
        Sweep.errors(
            """
            name: 5
            variants: [dense, hypermeo]
            datasets: [glue/cloa]
            seeds: none
            constants: {experts: 1}
            colour: red
            """);
    assertThat(errors)
        .extracting(DefinitionError::field)
        .containsExactly(
            "name", "variants[1]", "datasets[0]", "seeds", "constants.experts", "colour");
    assertThat(errors).extracting(DefinitionError::line).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void theValueIsQuoted() {
    DefinitionError error = Sweep.errors(Sweep.BASE + "constants: {steps: many}").get(0);
    assertThat(error.value()).isEqualTo("many");
  }
}
