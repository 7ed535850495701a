package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.StepDigests;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestChainTest {

  @Test
  void aDigestIsTheHashOfTheOneBeforeAndOfWhatTheStepDid() {
    DigestChain chain = new DigestChain(0, DigestChain.START);
    chain.add(new int[] {3, 1}, 2.5f, 0.5f);
    byte[] text = ByteBuffer.allocate(48).putInt(32, 3).putInt(36, 1).array();
    ByteBuffer.wrap(text).putFloat(40, 2.5f).putFloat(44, 0.5f);
    assertThat(chain.head()).isEqualTo(Sha256.hex(text));
  }

  @Test
  void aChainThatGoesOnEqualsOneThatNeverStopped() {
    DigestChain whole = new DigestChain(0, DigestChain.START);
    whole.add(new int[] {1}, 1f, 1f);
    DigestChain resumed = new DigestChain(1, whole.head());
    whole.add(new int[] {2}, 2f, 2f);
    resumed.add(new int[] {2}, 2f, 2f);
    assertThat(resumed.head()).isEqualTo(whole.head()).isEqualTo(last(whole.take()));
    assertThat(resumed.take().firstStep()).isEqualTo(2);
    assertThat(whole.take()).isNull();
  }

  @Test
  void oneBitOfTheLossChangesEveryDigestAfterIt() {
    DigestChain one = new DigestChain(0, DigestChain.START);
    DigestChain other = new DigestChain(0, DigestChain.START);
    one.add(new int[] {1}, 1f, 1f);
    other.add(new int[] {1}, Math.nextUp(1f), 1f);
    one.add(new int[] {2}, 2f, 2f);
    other.add(new int[] {2}, 2f, 2f);
    assertThat(HexFormat.of().parseHex(one.head())).hasSize(32);
    assertThat(one.head()).isNotEqualTo(other.head());
  }

  private static String last(StepDigests digests) {
    return digests.digests().get(digests.digests().size() - 1);
  }
}
