package dev.hypersweep.trainer.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The likeliest continuations of a row's beams. */
final class Candidates {

  /** Beam {@code beam} of a row goes on with {@code token}; {@code sum} is its log-probability. */
  record Candidate(int beam, int token, double sum) {}

  /** The worst first; of equal ones the later first. */
  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingDouble(Candidate::sum)
          .thenComparing(
              Comparator.comparingInt(Candidate::beam)
                  .thenComparingInt(Candidate::token)
                  .reversed());

  private final PriorityQueue<Candidate> queue = new PriorityQueue<>(WORST_FIRST);
  private final int most;

  Candidates(int most) {
    this.most = most;
  }

  /**
   * Offers every continuation of a beam.
   *
   * @param scores [V], log-probabilities of the next token
   * @param before log-probability of what stands
   */
  void offer(int beam, double[] scores, double before) {
    for (int token = 0; token < scores.length; token++) {
      double sum = before + scores[token];
      if (queue.size() == most) {
        if (sum <= queue.peek().sum()) {
          continue;
        }
        queue.poll();
      }
      queue.add(new Candidate(beam, token, sum));
    }
  }

  /** The best of all that were offered, best first. */
  List<Candidate> best() {
    List<Candidate> best = new ArrayList<>(queue);
    best.sort(WORST_FIRST.reversed());
    return best;
  }
}
