package dev.hypersweep.trainer.parity;

/** Tells the user what came of each case. */
interface Report {

  void add(String name, Outcome outcome);

  void end();
}
