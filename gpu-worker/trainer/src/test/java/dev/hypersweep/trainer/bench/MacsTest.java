package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MacsTest {

  /**
   * The sizes of the authors' model: per token and sparse layer 4.72 M for the expert, 0.098 M for
   * the HyperExpert; generating one takes 12.7 M (hypermoe paper's code: d 768, f 3072, b 64, h
   * 128, p + e 138).
   */
  @Test
  void theAuthorsSizesGiveTheAuthorsCounts() {
    Workload w = new Workload(1, 768, 2, 12, 3072, 1, 1, 2, 8, 1, 69, 128, 64, 1);
    Macs macs = Macs.of(w);
    assertThat(macs.experts()).isEqualTo(4_718_592);
    assertThat(macs.hyperExperts()).isEqualTo(98_304);
    assertThat(macs.generation()).isCloseTo(12.6e6, within(0.02e6)); // one token: one set
  }

  @Test
  void noMoreSetsAreGeneratedThanThereAre() {
    Workload w = TinyWorkload.TINY; // 24 tokens, 4 experts
    double one = Macs.of(w.sparse(4, 1, 3)).generation() / 4;
    assertThat(Macs.of(w.sparse(4, 2, 3)).generation()).isCloseTo(6 * one, within(1e-6));
    assertThat(Macs.of(w.sparse(12, 3, 3)).generation()).isCloseTo(24 * one, within(1e-6));
  }
}
