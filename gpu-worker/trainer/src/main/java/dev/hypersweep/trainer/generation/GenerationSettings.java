package dev.hypersweep.trainer.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * How to search; {@link GenerationJson} reads it from Hugging Face's names.
 *
 * @param maxNewTokens most tokens after the prompt; 0: {@code maxLength} holds
 * @param maxLength most tokens with the prompt
 * @param minNewTokens fewest tokens after the prompt, the end of sequence not among them
 * @param minLength the same with the prompt
 * @param beams 1: greedy
 * @param returned hypotheses per row, at most {@code beams}
 * @param lengthPenalty exponent of the generated length in a score
 * @param earlyStopping of a beam search
 * @param noRepeatNgram length of the n-grams that may not repeat; 0: all may
 * @param ends token numbers that end a sequence; may be empty
 * @param pad fills the shorter sequences
 */
public record GenerationSettings(
    int maxNewTokens,
    int maxLength,
    int minNewTokens,
    int minLength,
    int beams,
    int returned,
    double lengthPenalty,
    EarlyStopping earlyStopping,
    int noRepeatNgram,
    int[] ends,
    int pad) {

  /**
   * @throws IllegalArgumentException naming the setting, its value and what is allowed
   */
  public GenerationSettings {
    if (beams < 1) {
      throw new IllegalArgumentException("num_beams: " + beams + "; give 1 or more");
    }
    if (returned < 1 || returned > beams) {
      throw new IllegalArgumentException(
          "num_return_sequences: " + returned + "; give 1 to num_beams " + beams);
    }
  }

  /** Most tokens of a sequence that begins with {@code prompt} tokens. */
  int longest(int prompt) {
    int longest = maxNewTokens > 0 ? prompt + maxNewTokens : maxLength;
    if (longest <= prompt) {
      throw new IllegalArgumentException(
          "max_length: " + longest + " leaves no room after a prompt of " + prompt);
    }
    return longest;
  }

  /** At most {@code longest} tokens after the prompt, with the usual rest. */
  public static GenerationSettings of(int longest, int beams, int end, int pad) {
    return new GenerationSettings(
        longest, 0, 0, 0, beams, 1, 1, EarlyStopping.HEURISTIC, 0, new int[] {end}, pad);
  }

  /** Whether a token ends what was written: an end of sequence, or the padding after it. */
  public boolean stopsAt(long token) {
    return token == pad || isEnd(token);
  }

  boolean isEnd(long token) {
    for (int end : ends) {
      if (end == token) {
        return true;
      }
    }
    return false;
  }

  /** What forbids tokens, for sequences that begin with {@code prompt} tokens. */
  List<TokenRule> rules(int prompt) {
    List<TokenRule> rules = new ArrayList<>();
    if (noRepeatNgram > 0) {
      rules.add(new NoRepeatedNgram(noRepeatNgram));
    }
    int least = minNewTokens > 0 ? Math.max(minLength, prompt + minNewTokens) : minLength;
    if (least > 0 && ends.length > 0) {
      rules.add(new MinimumLength(least, ends));
    }
    return rules;
  }
}
