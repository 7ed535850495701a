package dev.hypersweep.trainer.metric.superglue;

import dev.hypersweep.trainer.metric.Confusion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Scores of MultiRC (Khashabi 2018), 0 to 1. Benchmarks use {@link #f1a} and {@link #exactMatch};
 * three scores are called F1m. NaN without a question.
 */
public final class MultiRc {

  private static final int RIGHT = 1;

  private final Confusion all;
  private final Collection<Confusion> questions;

  private MultiRc(Confusion all, Collection<Confusion> questions) {
    this.all = all;
    this.questions = questions;
  }

  /** The scores of answers in any order. */
  public static MultiRc of(List<JudgedAnswer> answers) {
    Confusion all = new Confusion(2);
    Map<String, Confusion> questions = new LinkedHashMap<>();
    for (JudgedAnswer answer : answers) {
      int gold = answer.right() ? RIGHT : 0;
      int predicted = answer.predicted() ? RIGHT : 0;
      all.add(gold, predicted);
      questions.computeIfAbsent(answer.question(), any -> new Confusion(2)).add(gold, predicted);
    }
    return new MultiRc(all, questions.values());
  }

  /** Number of questions. */
  public int questions() {
    return questions.size();
  }

  /** F1 of the right answers, all answers of all questions together. */
  public double f1a() {
    return all.of(RIGHT).f1();
  }

  /** Share of questions all of whose answers are judged rightly. */
  public double exactMatch() {
    return mean(question -> question.accuracy() == 1 ? 1 : 0);
  }

  /**
   * The paper's F1m: harmonic mean of mean precision and mean recall, 0/0 of a question being 1.
   */
  public double f1mOfMeans() {
    double precision = mean(q -> q.predicted(RIGHT) == 0 ? 1 : q.of(RIGHT).precision());
    double recall = mean(q -> q.support(RIGHT) == 0 ? 1 : q.of(RIGHT).recall());
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Jiant's F1m: mean of the questions' F1 of the right answers, 0/0 being 0. */
  public double meanF1() {
    return mean(question -> question.of(RIGHT).f1());
  }

  /** Hugging Face's F1m: mean of the questions' macro F1 over the classes that occur in each. */
  public double meanMacroF1() {
    return mean(question -> question.macro(question.occurring()).f1());
  }

  private double mean(ToDoubleFunction<Confusion> score) {
    return questions.stream().mapToDouble(score).average().orElse(Double.NaN);
  }
}
