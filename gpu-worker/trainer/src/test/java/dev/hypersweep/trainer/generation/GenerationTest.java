package dev.hypersweep.trainer.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

  private static final int END = 2;
  private static final String CONFIG = "{\"eos_token_id\": 2, \"pad_token_id\": 3}";
  private static final long[][] PROMPTS = {{0, 1}, {1, 1}, {3, 0}};

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1.0, 1.7})
  void enoughBeamsFindTheBestOfAllSequences(double penalty) {
    String settings =
        "{\"num_beams\": 64, \"max_new_tokens\": 3, \"early_stopping\": \"never\","
            + " \"length_penalty\": "
            + penalty
            + "}";
    Generated generated = run(settings);
    for (int row = 0; row < PROMPTS.length; row++) {
      assertThat(generated.scores()[row])
          .isCloseTo(best(PROMPTS[row], 0, 0, 3, penalty), within(1e-12));
    }
  }

  /** The best score below a sequence, by trying everything. */
  private static double best(long[] sequence, double sum, int generated, int left, double penalty) {
    if (left == 0 || (generated > 0 && sequence[sequence.length - 1] == END)) {
      return sum / Math.pow(generated, penalty);
    }
    double best = Double.NEGATIVE_INFINITY;
    double[] following = LogSoftmax.of(new HistoryModel(4, 1).logits(sequence));
    for (int token = 0; token < following.length; token++) {
      long[] longer = Generation.append(sequence, token);
      double below = best(longer, sum + following[token], generated + 1, left - 1, penalty);
      best = Math.max(best, below);
    }
    return best;
  }

  @Test
  void aBeamSearchAnswersEachPromptAsIfItWereAlone() {
    String settings = "{\"num_beams\": 3, \"num_return_sequences\": 3, \"max_new_tokens\": 6}";
    Generated together = run(settings);
    for (int row = 0; row < PROMPTS.length; row++) {
      Generated alone =
          Generation.run(new HistoryModel(4, 1), new long[][] {PROMPTS[row]}, settings(settings));
      assertThat(Arrays.copyOfRange(together.scores(), 3 * row, 3 * row + 3))
          .containsExactly(alone.scores());
    }
  }

  @Test
  void greedySearchTakesTheMostProbableTokenAndPadsWhatHasEnded() {
    Generated generated = run("{\"max_new_tokens\": 12}");
    for (int row = 0; row < PROMPTS.length; row++) {
      long[] sequence = generated.sequences()[row];
      boolean ended = false;
      for (int i = 2; i < sequence.length; i++) {
        double[] logits = new HistoryModel(4, 1).logits(Arrays.copyOf(sequence, i));
        double greatest = Arrays.stream(logits).max().orElseThrow();
        assertThat(ended ? 3 : greatest).isEqualTo(ended ? sequence[i] : logits[(int) sequence[i]]);
        ended |= sequence[i] == END;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void noSequenceEndsBeforeItsMinimumOrRepeatsABannedNgram(int beams) {
    String settings =
        "{\"max_new_tokens\": 9, \"min_length\": 8, \"no_repeat_ngram_size\": 2, \"num_beams\": "
            + beams
            + "}";
    Generated generated =
        Generation.run(new HistoryModel(9, PROMPTS.length), PROMPTS, settings(settings));
    for (long[] sequence : generated.sequences()) {
      assertThat(Arrays.copyOf(sequence, 8)).doesNotContain(END);
      for (int i = 0; i < 6; i++) {
        for (int j = i + 1; j < 7; j++) {
          assertThat(Arrays.copyOfRange(sequence, j, j + 2))
              .isNotEqualTo(Arrays.copyOfRange(sequence, i, i + 2));
        }
      }
    }
  }

  @Test
  void aSettingThatIsNotBuiltIsRefusedByItsName() {
    assertThatThrownBy(() -> settings("{\"do_sample\": true}"))
        .hasMessageContaining("do_sample")
        .hasMessageContaining("true");
    assertThatThrownBy(() -> settings("{\"num_beams\": 2, \"num_return_sequences\": 3}"))
        .hasMessageContaining("num_return_sequences: 3; give 1 to num_beams 2");
  }

  private static Generated run(String settings) {
    return Generation.run(new HistoryModel(4, PROMPTS.length), PROMPTS, settings(settings));
  }

  private static GenerationSettings settings(String settings) {
    return GenerationJson.read(json(settings), json(CONFIG));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
