package dev.hypersweep.catalogue;

import static dev.hypersweep.catalogue.Setting.choice;
import static dev.hypersweep.catalogue.Setting.integer;
import static dev.hypersweep.catalogue.Setting.number;
import static dev.hypersweep.catalogue.Variants.ACCOMPANIED;
import static dev.hypersweep.catalogue.Variants.EVERY;
import static dev.hypersweep.catalogue.Variants.SPARSE;

import java.util.List;

/** The settings that say how a variant is trained, in table order. */
final class TrainingSettings {

  private static final long FOREVER = 100_000_000;

  static final List<Setting> ALL =
      List.of(
          integer("steps", 400, 1, FOREVER, EVERY, "optimiser steps, at most"),
          number(
              "epochs",
              0,
              0,
              10_000,
              EVERY,
              "passes over the training split, in place of steps; 0 for steps"),
          integer("batch", 32, 1, 65536, EVERY, "examples per step"),
          integer(
              "micro_batch",
              0,
              0,
              65536,
              EVERY,
              "examples per forward and backward pass, gradients summed; 0 for the whole batch"),
          choice(
              "bucketing",
              List.of("off", "on"),
              EVERY,
              "make batches of examples of like length, the batches in random order"),
          choice(
              "precision",
              List.of("float32", "tf32", "bf16"),
              EVERY,
              "of matrix products; tf32 on GPUs only, bf16 is slow on most CPUs"),
          choice(
              "optimiser",
              List.of("adamw", "adamw_hf", "adafactor"),
              EVERY,
              "torch's AdamW, transformers' older one, or Adafactor"),
          number("learning_rate", 3e-3, 1e-8, 10, EVERY, "peak learning rate"),
          number("warmup", 0.1, 0, 1, EVERY, "share of the steps in which the rate rises"),
          choice(
              "schedule",
              List.of(
                  "linear", "cosine", "constant", "cosine_restarts", "polynomial", "inverse_sqrt"),
              EVERY,
              "how the rate falls after the warm-up"),
          integer("schedule_cycles", 2, 1, 1000, EVERY, "cosine_restarts: number of cycles"),
          number("schedule_power", 2, 0, 10, EVERY, "polynomial: exponent"),
          number("schedule_floor", 0, 0, 1, EVERY, "polynomial: last rate as a share of the peak"),
          number("weight_decay", 0.01, 0, 10, EVERY, "decoupled weight decay"),
          choice(
              "decay_scope",
              List.of("matrices", "tables", "all"),
              EVERY,
              "what decays: matrices that multiply activations, these and embedding tables, or"
                  + " every parameter"),
          number("beta1", 0.9, 0, 0.9999, EVERY, "adamw, adamw_hf: share of the mean that stays"),
          number("beta2", 0.999, 0, 0.999999, EVERY, "adamw, adamw_hf: the same of the squares"),
          number("epsilon", 1e-8, 1e-16, 1, EVERY, "adamw, adamw_hf: added to the root"),
          choice(
              "adafactor_rate",
              List.of("fixed", "relative", "relative_warmup"),
              EVERY,
              "adafactor: the scheduled rate, or one by the step alone in place of it"),
          choice(
              "adafactor_scale",
              List.of("off", "on"),
              EVERY,
              "adafactor: multiply the rate by each parameter's root mean square"),
          number("adafactor_beta1", 0, 0, 0.9999, EVERY, "adafactor: first moment; 0 for none"),
          number("clip", 1.0, 0, 1e6, EVERY, "greatest global gradient norm; 0 for none"),
          number("label_smoothing", 0, 0, 0.99, EVERY, "probability spread over all classes"),
          number(
              "dropout",
              0.0,
              0,
              0.95,
              EVERY,
              "dropout of embeddings, attention weights, sub-layers' outputs"),
          number(
              "divergence_factor",
              5,
              0,
              1e6,
              EVERY,
              "mean loss above this many times its least ends a run; 0 for never"),
          integer("divergence_steps", 100, 1, FOREVER, EVERY, "steps for which it must stay above"),
          integer("evaluation_batch", 256, 1, 65536, EVERY, "examples per evaluation batch"),
          choice(
              "predict_test",
              List.of("off", "on"),
              EVERY,
              "keep predictions for the split without labels too"),
          choice(
              "diagnostics",
              List.of("off", "on"),
              EVERY,
              "score the datasets that are for models of this one too: AX-b and AX-g with RTE,"
                  + " XQuAD with SQuAD; their metrics are prefixed by their names"),
          integer(
              "evaluation_examples",
              0,
              0,
              FOREVER,
              EVERY,
              "text-to-text: examples that are evaluated, spread evenly; 0 for all"),
          integer("beams", 1, 1, 64, EVERY, "text-to-text: beams of the search; 1 for greedy"),
          integer("evaluation_every", 100, 1, FOREVER, EVERY, "steps between evaluations"),
          integer(
              "patience",
              0,
              0,
              1_000_000,
              EVERY,
              "evaluations in a row without improvement that end a run early; 0 for never"),
          choice(
              "patience_metric",
              List.of("headline", "loss"),
              EVERY,
              "what has to improve: the dataset's own metric, or the evaluation loss"),
          number("patience_delta", 0, 0, 1e6, EVERY, "least change that counts as improvement"),
          integer(
              "routing_every",
              20,
              0,
              FOREVER,
              SPARSE,
              "steps between reports of routing statistics; 0 for none"),
          integer(
              "similarity_every",
              0,
              0,
              1_000_000,
              ACCOMPANIED,
              "evaluations between comparisons of experts and what stands beside them, the last"
                  + " one always; 0 for none"),
          integer("checkpoint_every", 100, 1, FOREVER, EVERY, "steps between checkpoints"));

  private TrainingSettings() {}
}
