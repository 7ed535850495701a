package dev.hypersweep.trainer.model;

import java.util.List;
import java.util.Set;

/**
 * The options of a multiple choice, each together with what they share.
 *
 * @param texts one for each option
 * @param right places of the right ones, at least one
 */
public record Options(List<Plain> texts, Set<Integer> right) {

  /** An option without a label of its own. */
  public record Plain(int[] tokens, int[] segments) implements TokenisedText {}
}
