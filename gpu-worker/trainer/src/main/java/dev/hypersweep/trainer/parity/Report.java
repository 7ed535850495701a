package dev.hypersweep.trainer.parity;

/** Tells the user what came of each case. */
interface Report {

  void add(Subject subject, Outcome outcome);

  void end();
}
