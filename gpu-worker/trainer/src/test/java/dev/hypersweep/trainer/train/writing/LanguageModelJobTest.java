package dev.hypersweep.trainer.train.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.StandInCorpus;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.Job;
import dev.hypersweep.trainer.train.Learner;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.TrainingConfiguration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageModelJobTest {

  private static final List<String> HELD =
      List.of("the cat sat on the mat", "", "the dog sat on the cat");
  private static final Corpus CORPUS =
      StandInCorpus.documents(
          Collections.nCopies(40, "the cat sat on the mat and the dog sat on the cat"), HELD);

  @ParameterizedTest
  @CsvSource({
    "gpt2, dense, noisy",
    "gpt2, moe, noisy",
    "gpt2, moe-share, switch",
    "gpt2, moe-adapters, softmax",
    "gpt2, moe-matched, noisy",
    "gpt2, hypermoe, noisy",
    "deepseek, dense, softmax",
    "deepseek, moe, softmax",
    "deepseek, moe-share, softmax",
    "deepseek, moe-adapters, softmax",
    "deepseek, moe-matched, softmax",
    "deepseek, hypermoe, softmax"
  })
  void everyVariantOfADecoderLearnsToPredict(String backbone, String variant, String gate) {
    Map<String, Object> more = new TreeMap<>(Map.of("backbone", backbone));
    if (!variant.equals("dense")) {
      more.put("gate", gate);
    }
    try (Session session = Session.open("cpu", 1)) {
      Job<TokenSequence> job = job(session, variant, more);
      double before = loss(session, job);
      assertThat(before).isBetween(4.0, 7.0); // near log 258
      train(session, job, variant, more, 20);
      assertThat(loss(session, job)).isLessThan(before - 1);
      assertThat(job.model().activeSize()).isLessThanOrEqualTo(job.model().parameters().size());
    }
  }

  @Test
  void matchedExpertsHaveAsManyParametersAsHyperMoe() {
    try (Session session = Session.open("cpu", 1)) {
      long hyper = job(session, "hypermoe", Map.of()).model().parameters().size();
      long matched = job(session, "moe-matched", Map.of()).model().parameters().size();
      long plain = job(session, "moe", Map.of()).model().parameters().size();
      assertThat(hyper).isGreaterThan(plain);
      assertThat(matched).isCloseTo(hyper, within(8L * 33 / 2 + 1));
    }
  }

  /** By hand: every token's loss in its window, divided by what the metric divides by. */
  @Test
  void perplexitiesAreOfTheWholeText() {
    try (Session session = Session.open("cpu", 1)) {
      Job<TokenSequence> job = job(session, "moe", Map.of());
      Evaluated found = job.evaluation().evaluate(session, job.weights());
      double sum = 0;
      int tokens = 0;
      List<TokenSequence> windows = Packed.of(CORPUS.evaluation(), PackedTest.BYTES).windows(16);
      for (TokenSequence window : windows) {
        try (Pass pass = Pass.evaluation(session, job.weights())) {
          sum +=
              job.model().losses(pass, List.of(window), 0).task().getFloat()
                  * job.model().terms(window);
          tokens += job.model().terms(window);
        }
      }
      int bytes = HELD.stream().mapToInt(text -> text.length() + 1).sum();
      int words = 6 + 1 + 0 + 1 + 6 + 1;
      assertThat(tokens).isEqualTo(bytes); // of a byte form
      assertThat(found.metrics().get("loss")).isCloseTo(sum / tokens, within(1e-5));
      assertThat(Math.log(found.metrics().get("word_perplexity")))
          .isCloseTo(sum / words, within(1e-4));
      assertThat(found.metrics().get("bits_per_byte"))
          .isCloseTo(sum / bytes / Math.log(2), within(1e-5));
      assertThat(found.predictions()).extracting(Prediction::id).containsExactly("0", "1", "2");
      assertThat(found.predictions().stream().mapToDouble(each -> each.scores().get("nll")).sum())
          .isCloseTo(sum, within(1e-3));
      assertThat(found.predictions().get(1).scores()).containsEntry("tokens", 1.0);
    }
  }

  @Test
  void anEncoderDecoderIsNoLanguageModel() {
    try (Session session = Session.open("cpu", 1)) {
      assertThatThrownBy(() -> job(session, "dense", Map.of("backbone", "t5")))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("take gpt2 or deepseek");
    }
  }

  @Test
  void aVocabularyWithoutRoomForTheBytesIsRefused() {
    try (Session session = Session.open("cpu", 1)) {
      assertThatThrownBy(() -> job(session, "dense", Map.of("tokenizer", "bpe", "vocabulary", 200)))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("settings.vocabulary: 200")
          .hasMessageContaining("258");
    }
  }

  @Test
  void bytePairsAreLearntFromTheTrainingSplit() {
    try (Session session = Session.open("cpu", 1)) {
      Job<TokenSequence> job = job(session, "dense", Map.of("tokenizer", "bpe", "vocabulary", 300));
      assertThat(job.preprocessing()).startsWith("byte-bpe-1[").endsWith("+packed-1");
      assertThat(job.train().size()).isLessThan(job(session, "dense", Map.of()).train().size());
    }
  }

  private static double loss(Session session, Job<TokenSequence> job) {
    return job.evaluation().evaluate(session, job.weights()).metrics().get("loss");
  }

  private static Job<TokenSequence> job(Session session, String variant, Map<String, Object> more) {
    SettingValues settings = SettingValues.of(variant, settings(more));
    return LanguageModelJob.of(
        session,
        new RunSpecification(
            "stand-in", null, variant, new TreeMap<>(), 1, new Resources("cpu", 1, 0)),
        settings,
        TrainingConfiguration.of(settings),
        CORPUS,
        Metric.BITS_PER_BYTE);
  }

  private static void train(
      Session session,
      Job<TokenSequence> job,
      String variant,
      Map<String, Object> more,
      int steps) {
    TrainingConfiguration training =
        TrainingConfiguration.of(SettingValues.of(variant, settings(more)));
    Learner<TokenSequence> learner =
        new Learner<>(session, job.model(), job.weights(), training, 1);
    for (int step = 1; step <= steps; step++) {
      int from = step * 4 % (job.train().size() - 4);
      learner.step(job.train().subList(from, from + 4), step);
    }
  }

  private static Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "backbone", "gpt2",
                "tokenizer", "bytes",
                "hidden", 16,
                "heads", 2,
                "ffn", 24,
                "sequence_length", 16,
                "learning_rate", 0.02,
                "schedule", "constant",
                "evaluation_batch", 2));
    settings.putAll(more);
    return settings;
  }
}
