package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.metric.bleu.Bleu;
import dev.hypersweep.trainer.metric.bleu.BleuSettings;
import dev.hypersweep.trainer.metric.bleu.BleuSmoothing;
import dev.hypersweep.trainer.metric.bleu.BleuTokenizer;
import dev.hypersweep.trainer.metric.chrf.Chrf;
import dev.hypersweep.trainer.metric.chrf.ChrfSettings;
import dev.hypersweep.trainer.metric.ter.Ter;
import dev.hypersweep.trainer.metric.ter.TerSettings;
import dev.hypersweep.trainer.metric.translation.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bleu.*}, {@code chrf.*}, {@code ter.*}: translations, of one sentence or of a corpus. */
final class TranslationVectors {

  private TranslationVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "bleu.corpus", input -> bleu(input, false),
        "bleu.sentence", input -> bleu(input, true),
        "bleu.tokens", TranslationVectors::tokens,
        "chrf.corpus", TranslationVectors::chrf,
        "chrf.sentence", TranslationVectors::chrf,
        "ter.corpus", TranslationVectors::ter,
        "ter.sentence", TranslationVectors::ter);
  }

  private static Object tokens(Input input) {
    BleuTokenizer tokenizer = BleuTokenizer.named(input.text("tokenize"));
    return Map.of("tokens", tokenizer.apply(input.text("text")));
  }

  private static Object bleu(Input input, boolean effectiveOrder) {
    BleuSmoothing smoothing = BleuSmoothing.named(input.text("smooth_method", "exp"));
    BleuSettings settings =
        new BleuSettings(
            BleuTokenizer.named(input.text("tokenize", "13a")),
            input.flag("lowercase", false),
            smoothing,
            input.number("smooth_value", smoothing.usual()),
            input.whole("max_ngram_order", BleuSettings.USUAL_ORDER),
            input.flag("effective_order", effectiveOrder));
    References references = references(input);
    Bleu bleu = Bleu.of(settings, hypotheses(input), references);
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("score", bleu.score());
    scores.put("precisions", bleu.precisions());
    scores.put("correct", bleu.correct());
    scores.put("total", bleu.total());
    scores.put("brevity_penalty", bleu.brevityPenalty());
    scores.put("hypothesis_length", bleu.counts().hypothesisLength());
    scores.put("reference_length", bleu.counts().referenceLength());
    scores.put("signature", settings.signature(references));
    return scores;
  }

  private static Object chrf(Input input) {
    ChrfSettings settings =
        new ChrfSettings(
            input.whole("char_order", ChrfSettings.CHRF.charOrder()),
            input.whole("word_order", ChrfSettings.CHRF.wordOrder()),
            input.number("beta", ChrfSettings.CHRF.beta()),
            input.flag("lowercase", false),
            input.flag("whitespace", false),
            input.flag("eps_smoothing", false));
    References references = references(input);
    return Map.of(
        "score", Chrf.of(settings, hypotheses(input), references),
        "signature", settings.signature(references));
  }

  private static Object ter(Input input) {
    TerSettings settings =
        new TerSettings(
            input.flag("normalized", false),
            input.flag("no_punct", false),
            input.flag("asian_support", false),
            input.flag("case_sensitive", false));
    References references = references(input);
    Ter ter = Ter.of(settings, hypotheses(input), references);
    return Map.of(
        "score", ter.score(),
        "edits", ter.edits(),
        "reference_length", ter.referenceLength(),
        "signature", settings.signature(references));
  }

  private static List<String> hypotheses(Input input) {
    return input.has("hypothesis") ? List.of(input.text("hypothesis")) : input.texts("hypotheses");
  }

  private static References references(Input input) {
    return input.has("hypothesis")
        ? References.ofSentence(input.texts("references"))
        : References.ofStreams(input.textRows("reference_streams"));
  }
}
