package dev.hypersweep.trainer.metric.ter;

import java.util.BitSet;

/**
 * Which word of the hypothesis stands for each word of the reference, and what is wrong.
 *
 * @param places by word of the reference: its word of the hypothesis, or the one before which it
 *     would have to come, less one; -1 before all
 * @param wrongInHypothesis words that are deleted or substituted
 * @param wrongInReference words that are inserted or substitutes
 */
record Alignment(int[] places, BitSet wrongInHypothesis, BitSet wrongInReference) {

  static Alignment of(EditDistance distance, int referenceWords) {
    Alignment alignment = new Alignment(new int[referenceWords], new BitSet(), new BitSet());
    int inHypothesis = -1;
    int inReference = -1;
    for (Edit edit : distance.edits()) {
      if (edit != Edit.INSERT) {
        inHypothesis++;
        alignment.wrongInHypothesis.set(inHypothesis, edit != Edit.KEEP);
      }
      if (edit != Edit.DELETE) {
        inReference++;
        alignment.wrongInReference.set(inReference, edit != Edit.KEEP);
        alignment.places[inReference] = inHypothesis;
      }
    }
    return alignment;
  }
}
