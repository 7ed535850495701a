package dev.hypersweep.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Sha256;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StepChainTest {

  private static final long END = Long.MAX_VALUE;

  @Test
  void attemptsAreCutWhereTheNextOneResumed() {
    StepChain.Builder stitched = new StepChain.Builder();
    stitched.add(1, steps("a", 1, 6), 0, 4);
    stitched.add(5, steps("b", 5, 8), 4, END);
    StepChain.Builder expected = new StepChain.Builder();
    expected.add(1, steps("a", 1, 4), 0, END);
    expected.add(5, steps("b", 5, 8), 0, END);
    assertThat(stitched.build().firstDifference(expected.build())).isEmpty();
    assertThat(stitched.build().length()).isEqualTo(8);
  }

  @Test
  void theFirstStepThatDiffersIsNamed() {
    StepChain.Builder other = new StepChain.Builder();
    other.add(1, steps("a", 1, 2), 0, END);
    other.add(3, steps("b", 3, 5), 0, END);
    assertThat(chain(5).firstDifference(other.build())).hasValue(3);
  }

  @Test
  void theFirstStepThatOneSideLacksIsNamed() {
    assertThat(chain(5).firstDifference(chain(3))).hasValue(4);
    assertThat(chain(3).firstDifference(chain(5))).hasValue(4);
    assertThat(chain(5).first(3).firstDifference(chain(3))).isEmpty();
  }

  @Test
  void stepsAfterAGapAreNotCounted() {
    StepChain.Builder gap = new StepChain.Builder();
    gap.add(1, steps("a", 1, 2), 0, END);
    gap.add(4, steps("a", 4, 5), 0, END);
    assertThat(gap.build().length()).isEqualTo(2);
  }

  private static StepChain chain(int steps) {
    StepChain.Builder chain = new StepChain.Builder();
    chain.add(1, steps("a", 1, steps), 0, END);
    return chain.build();
  }

  private static byte[] steps(String history, int from, int to) {
    StringBuilder hex = new StringBuilder();
    for (int step = from; step <= to; step++) {
      hex.append(Sha256.hex(history + step));
    }
    return HexFormat.of().parseHex(hex);
  }
}
