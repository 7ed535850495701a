package dev.hypersweep.trainer.generation;

import dev.hypersweep.trainer.generation.Candidates.Candidate;
import dev.hypersweep.trainer.generation.Hypotheses.Hypothesis;
import java.util.Arrays;
import java.util.List;

/** The open beams and the finished hypotheses of one prompt. */
final class Beams {

  /** Makes the beams, equal at first, start as one. */
  private static final double NEVER_CHOSEN = -1e9;

  private final GenerationSettings settings;
  private final List<TokenRule> rules;
  private final int prompt;
  private final Hypotheses hypotheses;
  private final long[][] sequences;
  private final double[] sums;
  private final int[] origins;
  private boolean done;

  Beams(GenerationSettings settings, long[] prompt) {
    this.settings = settings;
    this.rules = settings.rules(prompt.length);
    this.prompt = prompt.length;
    this.hypotheses = new Hypotheses(settings, prompt.length);
    this.sequences = new long[settings.beams()][];
    this.sums = new double[settings.beams()];
    this.origins = new int[settings.beams()];
    Arrays.fill(sequences, prompt);
    Arrays.fill(sums, 1, sums.length, NEVER_CHOSEN);
  }

  /** Whether nothing can change any more. */
  boolean isDone() {
    return done;
  }

  /** Tokens of an open beam, prompt included. */
  int length() {
    return sequences[0].length;
  }

  /** The last token of a beam. */
  long last(int beam) {
    return sequences[beam][sequences[beam].length - 1];
  }

  /** The beam before the last step that {@code beam} goes on from. */
  int origin(int beam) {
    return origins[beam];
  }

  /**
   * Appends a token to every beam.
   *
   * @param logits [beams][V] of what follows each beam
   */
  void step(double[][] logits) {
    long[][] before = sequences.clone();
    List<Candidate> candidates = candidates(logits);
    int length = length() + 1;
    int filled = 0;
    for (int rank = 0; rank < candidates.size() && filled < sums.length && !done; rank++) {
      Candidate candidate = candidates.get(rank);
      if (!settings.isEnd(candidate.token())) {
        sequences[filled] = Generation.append(before[candidate.beam()], candidate.token());
        sums[filled] = candidate.sum();
        origins[filled++] = candidate.beam();
      } else if (rank < sums.length) {
        hypotheses.add(before[candidate.beam()], candidate.sum(), length - prompt);
      }
    }
    if (done) {
      fillUp(before);
    } else if (filled < sums.length) {
      throw new IllegalStateException(
          "num_beams: " + sums.length + " is too many for a vocabulary of " + logits[0].length);
    } else {
      done = hypotheses.suffice(candidates.get(0).sum(), length);
    }
  }

  /** A finished prompt keeps step with the others; nobody looks at what it appends. */
  private void fillUp(long[][] before) {
    for (int beam = 0; beam < sums.length; beam++) {
      sequences[beam] = Generation.append(before[beam], settings.pad());
      origins[beam] = beam;
    }
  }

  private List<Candidate> candidates(double[][] logits) {
    Candidates candidates = new Candidates((1 + Math.max(1, settings.ends().length)) * sums.length);
    for (int beam = 0; beam < sums.length; beam++) {
      double[] scores = LogSoftmax.of(logits[beam]);
      for (TokenRule rule : rules) {
        rule.apply(sequences[beam], scores);
      }
      candidates.offer(beam, scores, sums[beam]);
    }
    return candidates.best();
  }

  /** The best hypotheses; what is still open counts as it stands. */
  List<Hypothesis> finish() {
    if (!done) {
      for (int beam = 0; beam < sums.length; beam++) {
        hypotheses.add(sequences[beam], sums[beam], length() - prompt);
      }
    }
    return hypotheses.best();
  }
}
