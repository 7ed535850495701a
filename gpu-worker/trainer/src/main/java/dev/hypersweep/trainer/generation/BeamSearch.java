package dev.hypersweep.trainer.generation;

import dev.hypersweep.trainer.generation.Hypotheses.Hypothesis;
import java.util.Arrays;
import java.util.List;

/**
 * Beam search. Of each prompt the likeliest (1 + number of end tokens) x beams continuations are
 * looked at, twice the beams as a rule: an end among the first {@code beams} of them finishes a
 * hypothesis, the others fill the beams anew.
 */
record BeamSearch(GenerationSettings settings) {

  Generated run(Continuation continuation, long[][] prompts) {
    int longest = settings.longest(prompts[0].length);
    Beams[] all =
        Arrays.stream(prompts).map(prompt -> new Beams(settings, prompt)).toArray(Beams[]::new);
    double[][] first = continuation.next(prompts);
    int[] origins = new int[all.length * settings.beams()];
    Arrays.setAll(origins, i -> i / settings.beams());
    continuation.select(origins);
    double[][] logits = Arrays.stream(origins).mapToObj(i -> first[i]).toArray(double[][]::new);
    while (true) {
      for (int b = 0; b < all.length; b++) {
        int from = b * settings.beams();
        all[b].step(Arrays.copyOfRange(logits, from, from + settings.beams()));
      }
      if (all[0].length() == longest || Arrays.stream(all).allMatch(Beams::isDone)) {
        return generated(all, longest);
      }
      long[][] read = new long[origins.length][];
      for (int i = 0; i < origins.length; i++) {
        Beams beams = all[i / settings.beams()];
        int beam = i % settings.beams();
        read[i] = new long[] {beams.last(beam)};
        origins[i] = i - beam + beams.origin(beam);
      }
      continuation.select(origins);
      logits = continuation.next(read);
    }
  }

  private Generated generated(Beams[] all, int longest) {
    List<Hypothesis> best = Arrays.stream(all).flatMap(beams -> beams.finish().stream()).toList();
    int greatest = best.stream().mapToInt(each -> each.sequence().length).max().orElseThrow();
    int width = Math.min(greatest + 1, longest);
    long[][] sequences = new long[best.size()][];
    for (int i = 0; i < sequences.length; i++) {
      long[] sequence = best.get(i).sequence();
      sequences[i] = Arrays.copyOf(sequence, width);
      Arrays.fill(sequences[i], sequence.length, width, settings.pad());
      if (sequence.length < width && settings.ends().length > 0) {
        sequences[i][sequence.length] = settings.ends()[0];
      }
    }
    double[] scores = best.stream().mapToDouble(Hypothesis::score).toArray();
    return new Generated(sequences, scores);
  }
}
