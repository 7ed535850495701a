package dev.hypersweep.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMeasuresTest {

  private static final int[] GOLD = {1, 0, 1, 1, 0, 0};
  private static final int[] SAID = {1, 0, 0, 1, 1, 0};
  private static final List<String> QUESTIONS = List.of("a", "a", "b", "c", "b", "c");

  private final ClassMeasures measures = new ClassMeasures(2, GOLD, SAID, QUESTIONS);

  private double value(Metric metric) {
    return measures.of(metric).statistic().all();
  }

  @Test
  void groupsAreScoredWhole() {
    assertThat(value(Metric.ACCURACY)).isEqualTo(4 / 6.0);
    assertThat(value(Metric.EXACT_MATCH)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(value(Metric.F1A)).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(value(Metric.GENDER_PARITY)).isZero();
  }

  @Test
  void parityIsTheShareOfPairsWithOneAnswer() {
    List<String> pairs = Arrays.asList("p", "q", "q", "p", null, null);
    ClassMeasures paired = new ClassMeasures(2, GOLD, SAID, pairs);
    assertThat(paired.of(Metric.GENDER_PARITY).statistic().all()).isEqualTo(1);
  }

  @Test
  void aQuestionDrawnTwiceCountsTwice() {
    Statistic exact = measures.of(Metric.EXACT_MATCH).statistic();
    assertThat(exact.size()).isEqualTo(3);
    assertThat(exact.of(new int[] {0, 0, 1})).isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void aMetricOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> measures.of(Metric.BLEU)).hasMessageContaining("bleu");
  }
}
