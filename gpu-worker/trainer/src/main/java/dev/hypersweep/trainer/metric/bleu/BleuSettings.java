package dev.hypersweep.trainer.metric.bleu;

import dev.hypersweep.trainer.metric.text.LowerCase;
import dev.hypersweep.trainer.metric.text.WhiteSpace;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.metric.translation.Signature;
import java.util.List;

/**
 * All that decides over a BLEU score.
 *
 * @param tokenizer how lines are parted into words
 * @param lowercase whether case is ignored
 * @param smoothing what is done about orders without a match
 * @param smoothingValue the value of floor or add-k
 * @param maxOrder longest n-grams
 * @param effectiveOrder whether orders of which the hypothesis has no n-gram are left out
 */
public record BleuSettings(
    BleuTokenizer tokenizer,
    boolean lowercase,
    BleuSmoothing smoothing,
    double smoothingValue,
    int maxOrder,
    boolean effectiveOrder) {

  /** Orders up to which n-grams are usually counted. */
  public static final int USUAL_ORDER = 4;

  /** What papers report: tokenizer 13a, case kept, smoothing exp, all orders count. */
  public static final BleuSettings OF_CORPUS =
      new BleuSettings(
          BleuTokenizer.V13A, false, BleuSmoothing.EXP, Double.NaN, USUAL_ORDER, false);

  /** The same for single sentences: only orders that the hypothesis has count. */
  public static final BleuSettings OF_SENTENCE =
      new BleuSettings(BleuTokenizer.V13A, false, BleuSmoothing.EXP, Double.NaN, USUAL_ORDER, true);

  /** The settings in sacrebleu's form. */
  public String signature(References references) {
    return Signature.of(references)
        .with("case", lowercase ? "lc" : "mixed")
        .with("eff", effectiveOrder)
        .with("tok", tokenizer.tokenizerName())
        .with("smooth", smoothing.signature(smoothingValue))
        .toString();
  }

  List<String> words(String line) {
    String text = lowercase ? LowerCase.of(line) : line;
    return WhiteSpace.split(tokenizer.apply(WhiteSpace.stripEnd(text)));
  }
}
