package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.task.Truncated;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was cut off of a run's texts, of how much, by split: numbers that a run reports once. */
public final class DataFacts {

  private final SortedMap<String, Double> facts = new TreeMap<>();

  /**
   * @param split {@code train}, {@code evaluation}, or {@code evaluation/NAME} of another one
   */
  public DataFacts add(String split, Truncated cut) {
    facts.put("data/" + split + "/cut_examples", (double) cut.examples());
    facts.put("data/" + split + "/cut_tokens", (double) cut.tokens());
    facts.put("data/" + split + "/tokens", (double) cut.all());
    return this;
  }

  /** By name. */
  public SortedMap<String, Double> all() {
    return facts;
  }
}
