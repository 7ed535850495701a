package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.metric.language.SlidingWindow;
import dev.hypersweep.trainer.metric.language.TextCounts;
import dev.hypersweep.trainer.metric.language.TextLikelihood;
import dev.hypersweep.trainer.metric.language.TokenLoss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lm.*}: losses and perplexities, and what they count. */
final class LanguageModelVectors {

  private LanguageModelVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "lm.text_counts", LanguageModelVectors::counts,
        "lm.perplexity", LanguageModelVectors::perplexity,
        "lm.batches", LanguageModelVectors::batches,
        "lm.masked_loss", LanguageModelVectors::maskedLoss,
        "lm.sliding_windows", LanguageModelVectors::windows);
  }

  private static Object counts(Input input) {
    TextCounts counts = TextCounts.of(input.text("text"));
    return Map.of(
        "bytes", counts.bytes(),
        "characters", counts.characters(),
        "utf16_units", counts.utf16Units(),
        "lines", counts.lines(),
        "words", counts.words(),
        "words_with_end_of_line", counts.wordsWithEndOfLine());
  }

  private static Object perplexity(Input input) {
    TextLikelihood text = TextLikelihood.of(input.numbers("log_likelihoods"));
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("tokens", text.tokens());
    scores.put("negative_log_likelihood", text.negativeLogLikelihood());
    scores.put("loss", text.nats(text.tokens()));
    scores.put("token_perplexity", text.perplexity(text.tokens()));
    scores.put("word_perplexity", text.perplexity(input.whole("words", 0)));
    scores.put("byte_perplexity", text.perplexity(input.whole("bytes", 0)));
    scores.put("bits_per_token", text.bits(text.tokens()));
    scores.put("bits_per_byte", text.bits(input.whole("bytes", 0)));
    scores.put("bits_per_character", text.bits(input.whole("characters", 0)));
    return scores;
  }

  private static Object batches(Input input) {
    TokenLoss loss = TokenLoss.NONE;
    List<Input> batches = input.list("batches");
    double meanOfMeans = 0;
    double meanOfPerplexities = 0;
    for (Input batch : batches) {
      double mean = batch.number("mean_loss");
      loss = loss.plusBatch(mean, batch.whole("tokens"));
      meanOfMeans += mean / batches.size();
      meanOfPerplexities += Math.exp(mean) / batches.size();
    }
    return Map.of(
        "tokens", loss.tokens(),
        "loss", loss.mean(),
        "perplexity", loss.perplexity(),
        "wrong_mean_of_batch_means", meanOfMeans,
        "wrong_mean_of_batch_perplexities", meanOfPerplexities);
  }

  private static Object maskedLoss(Input input) {
    double[][] losses = input.numberRows("token_losses");
    JsonNode labels = input.json().path("labels");
    long ignored = input.whole("ignore_index");
    TokenLoss loss = TokenLoss.NONE;
    for (int row = 0; row < losses.length; row++) {
      for (int column = 0; column < losses[row].length; column++) {
        long label = labels.path(row).path(column).longValue();
        loss = loss.plusToken(losses[row][column], label, ignored);
      }
    }
    return Map.of("counted", loss.tokens(), "sum", loss.sum(), "loss", loss.mean());
  }

  private static Object windows(Input input) {
    List<SlidingWindow> windows =
        SlidingWindow.over(
            input.whole("tokens", 0), input.whole("max_length", 0), input.whole("stride", 0));
    int scored = windows.stream().mapToInt(SlidingWindow::newTokens).sum();
    return Map.of(
        "windows",
            windows.stream()
                .map(
                    window ->
                        Map.of(
                            "begin", window.begin(),
                            "end", window.end(),
                            "new_tokens", window.newTokens()))
                .toList(),
        "scored_without_first_token", Math.max(0, scored - 1));
  }
}
