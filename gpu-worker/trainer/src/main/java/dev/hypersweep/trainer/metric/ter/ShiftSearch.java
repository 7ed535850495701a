package dev.hypersweep.trainer.metric.ter;

import java.util.BitSet;
import java.util.List;

/** Moves runs of words to where the reference has them, the best move first, while that helps. */
final class ShiftSearch {

  private static final int LONGEST = 10;
  private static final int FARTHEST = 50;
  private static final int MOST_CANDIDATES = 1000;

  private final List<String> reference;
  private List<String> words;
  private EditDistance distance;
  private Alignment alignment;
  private int candidates;

  private ShiftSearch(List<String> hypothesis, List<String> reference) {
    this.reference = reference;
    become(hypothesis);
  }

  /** Edits from hypothesis to reference, a shift counting as one. */
  static int edits(List<String> hypothesis, List<String> reference) {
    if (reference.isEmpty()) {
      return hypothesis.size();
    }
    ShiftSearch search = new ShiftSearch(hypothesis, reference);
    int shifts = 0;
    Shift best = search.best();
    while (search.candidates < MOST_CANDIDATES && best != null && best.gain() > 0) {
      shifts++;
      search.become(best.words());
      best = search.best();
    }
    return shifts + search.distance.size();
  }

  private void become(List<String> changed) {
    words = changed;
    distance = EditDistance.between(words, reference);
    alignment = Alignment.of(distance, reference.size());
  }

  private Shift best() {
    Shift best = null;
    for (int start = 0; start < words.size(); start++) {
      int last = Math.min(reference.size() - 1, start + FARTHEST);
      for (int place = Math.max(0, start - FARTHEST); place <= last; place++) {
        for (int length = 1; length <= matching(start, place); length++) {
          best = better(best, start, place, length);
          if (candidates >= MOST_CANDIDATES) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /** How many words are the same from both places on. */
  private int matching(int start, int place) {
    int most = Math.min(LONGEST, Math.min(words.size() - start, reference.size() - place));
    int length = 0;
    while (length < most && words.get(start + length).equals(reference.get(place + length))) {
      length++;
    }
    return length;
  }

  /** The better of what was found and of the moves of that run to around its place. */
  private Shift better(Shift found, int start, int place, int length) {
    boolean inPlace =
        alignment.places()[place] >= start && alignment.places()[place] < start + length;
    if (inPlace
        || !anyIn(alignment.wrongInHypothesis(), start, length)
        || !anyIn(alignment.wrongInReference(), place, length)) {
      return found;
    }
    Shift best = found;
    int before = -1;
    for (int at = place - 1; at < Math.min(place + length, reference.size()); at++) {
      int target = at < 0 ? 0 : alignment.places()[at] + 1;
      if (target != before) {
        before = target;
        List<String> moved = Shift.moved(words, start, length, target);
        int gain = distance.size() - EditDistance.between(moved, reference).size();
        candidates++;
        Shift shift = new Shift(gain, length, start, target, moved);
        best = best == null || Shift.BETTER.compare(shift, best) > 0 ? shift : best;
      }
    }
    return best;
  }

  private static boolean anyIn(BitSet wrong, int start, int length) {
    int first = wrong.nextSetBit(start);
    return first >= 0 && first < start + length;
  }
}
