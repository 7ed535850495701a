package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.ScoreMask;
import dev.hypersweep.trainer.model.TokenisedText;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * B examples whose n tokens stand behind one another.
 *
 * @param tokens [n]
 * @param positions [n], place of each token in its example
 * @param segments [n], kind of segment of each token
 * @param slots [n], place of each token in the padded batch of B x L
 * @param mask [B, 1, 1, L], see {@link ScoreMask}
 * @param first [B], the first token of each example
 * @param sequences how the tokens make examples
 */
public record BertBatch(
    NDArray tokens,
    NDArray positions,
    NDArray segments,
    NDArray slots,
    NDArray mask,
    NDArray first,
    Sequences sequences) {

  /** Examples of one token or more; padding is nowhere but in the mask. */
  public static BertBatch packed(Pass pass, List<? extends TokenisedText> examples) {
    int longest = examples.stream().mapToInt(each -> each.tokens().length).max().orElseThrow();
    long[][] tokens = new long[examples.size()][];
    long[][] segments = new long[examples.size()][];
    long[][] mask = new long[examples.size()][longest];
    for (int b = 0; b < tokens.length; b++) {
      tokens[b] = Arrays.stream(examples.get(b).tokens()).asLongStream().toArray();
      segments[b] = Arrays.stream(examples.get(b).segments()).asLongStream().toArray();
      Arrays.fill(mask[b], 0, tokens[b].length, 1);
    }
    return of(pass, tokens, segments, mask);
  }

  /** Padded rows [B][L]: padding has states too, and attends to the tokens. */
  public static BertBatch padded(Pass pass, long[][] tokens, long[][] segments, long[][] mask) {
    return of(pass, tokens, segments, mask);
  }

  private static BertBatch of(Pass pass, long[][] tokens, long[][] segments, long[][] mask) {
    int n = Arrays.stream(tokens).mapToInt(row -> row.length).sum();
    long[] flat = new long[n];
    long[] positions = new long[n];
    long[] kinds = new long[n];
    long[] slots = new long[n];
    long[] first = new long[tokens.length];
    int at = 0;
    for (int b = 0; b < tokens.length; b++) {
      first[b] = at;
      for (int i = 0; i < tokens[b].length; i++, at++) {
        flat[at] = tokens[b][i];
        positions[at] = i;
        kinds[at] = segments[b][i];
        slots[at] = (long) b * mask[b].length + i;
      }
    }
    return new BertBatch(
        pass.manager().create(flat),
        pass.manager().create(positions),
        pass.manager().create(kinds),
        pass.manager().create(slots),
        ScoreMask.padding(pass, mask),
        pass.manager().create(first),
        new Sequences(Arrays.stream(tokens).mapToInt(row -> row.length).toArray()));
  }
}
