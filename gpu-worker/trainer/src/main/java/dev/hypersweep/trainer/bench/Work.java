package dev.hypersweep.trainer.bench;

/** What is timed of a model. */
enum Work {
  TRAINING("train"),
  INFERENCE("infer");

  private final String command;

  Work(String command) {
    this.command = command;
  }

  /** The command of a {@link StepProcess} that does it. */
  String command() {
    return command;
  }
}
