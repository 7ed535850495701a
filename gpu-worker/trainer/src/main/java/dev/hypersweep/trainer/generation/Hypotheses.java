package dev.hypersweep.trainer.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The best finished hypotheses of one row, at most as many as beams. */
final class Hypotheses {

  /** A sequence without its end, and its score. */
  record Hypothesis(long[] sequence, double score) {}

  private final GenerationSettings settings;
  private final int prompt;
  private final List<Hypothesis> kept = new ArrayList<>();

  /**
   * @param prompt tokens that were not generated
   */
  Hypotheses(GenerationSettings settings, int prompt) {
    this.settings = settings;
    this.prompt = prompt;
  }

  /**
   * @param sum log-probability of the whole
   * @param generated tokens after the prompt, an end of sequence counted
   */
  void add(long[] sequence, double sum, int generated) {
    double score = sum / Math.pow(generated, settings.lengthPenalty());
    if (kept.size() < settings.beams()) {
      kept.add(new Hypothesis(sequence, score));
    } else if (score > worst().score()) {
      kept.add(new Hypothesis(sequence, score));
      kept.remove(worst());
    }
  }

  /**
   * Whether the search of this row is over.
   *
   * @param best greatest log-probability of an open beam
   * @param length tokens of an open beam, prompt included
   */
  boolean suffice(double best, int length) {
    if (kept.size() < settings.beams()) {
      return false;
    }
    return switch (settings.earlyStopping()) {
      case FIRST -> true;
      case HEURISTIC -> worst().score() >= scored(best, length);
      case NEVER ->
          worst().score()
              >= scored(best, settings.lengthPenalty() > 0 ? settings.longest(prompt) : length);
    };
  }

  private double scored(double sum, int length) {
    return sum / Math.pow(length - prompt, settings.lengthPenalty());
  }

  /** The earliest of the worst. */
  private Hypothesis worst() {
    return kept.stream().min(Comparator.comparingDouble(Hypothesis::score)).orElseThrow();
  }

  /** The best, best first; of equal ones the later first. */
  List<Hypothesis> best() {
    List<Hypothesis> rising = new ArrayList<>(kept);
    rising.sort(Comparator.comparingDouble(Hypothesis::score));
    List<Hypothesis> best = new ArrayList<>();
    for (int i = 0; i < settings.returned(); i++) {
      best.add(rising.get(rising.size() - 1 - i));
    }
    return best;
  }
}
