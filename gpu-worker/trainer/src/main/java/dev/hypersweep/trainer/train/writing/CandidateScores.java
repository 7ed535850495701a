package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely a model is to write each of a closed set of answers: the log-probability of all of an
 * answer's tokens and its end. It is not divided by the length: the end counts, so that each is the
 * probability of a whole answer.
 */
final class CandidateScores {

  private CandidateScores() {}

  /**
   * @param sources token numbers of each example
   * @param candidates token numbers of each example's answers, their ends included
   * @param batch pairs that are computed together
   * @return log-probabilities in nats, by example and candidate
   */
  static float[][] of(
      Session session,
      Weights weights,
      SequenceWriter writer,
      List<int[]> sources,
      List<List<int[]>> candidates,
      int batch) {
    float[][] scores = new float[sources.size()][];
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new float[candidates.get(i).size()];
      for (int c = 0; c < scores[i].length; c++) {
        places.add(new int[] {i, c});
      }
    }
    // Like lengths pass together; the order never changes, so neither do the bits.
    places.sort(Comparator.comparingInt(place -> sources.get(place[0]).length));
    try (DerivedValues derived = new DerivedValues(session)) {
      for (int from = 0; from < places.size(); from += batch) {
        List<int[]> some = places.subList(from, Math.min(from + batch, places.size()));
        List<SequencePair> pairs =
            some.stream()
                .map(at -> new SequencePair(sources.get(at[0]), candidates.get(at[0]).get(at[1])))
                .toList();
        try (Pass pass = Pass.evaluation(session, weights, derived)) {
          double[][] losses = writer.tokenLosses(pass, pairs);
          IntStream.range(0, losses.length)
              .forEach(
                  p ->
                      scores[some.get(p)[0]][some.get(p)[1]] =
                          (float) -Arrays.stream(losses[p]).sum());
        }
      }
    }
    return scores;
  }
}
