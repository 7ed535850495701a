package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static final String CASE =
      """
      {"tolerance": {"rel": 0.01}, "files": {"expected.safetensors": {
        "logits": {"abs": 0.5}, "chosen": {"exact": true}}}}
      """;

  @Test
  void whatLiesInsideAbsolutePlusRelativeTolerancePasses() throws Exception {
    Check check = check();
    check.numbers("logits", new double[] {1.4, 102}, 2); // 1 + 0.5 + 0.01, 100 + 0.5 + 1: over
    check.numbers("chosen", new double[] {3}, 1);

    assertThat(check.outcome().passes()).isFalse();
    assertThat(check.outcome().greatest().place()).isEqualTo("logits[1]");
    assertThat(check.outcome().greatest().size()).isEqualTo(2);
    assertThat(check.outcome().greatest().tolerance()).isEqualTo(1.5);

    Check closer = check();
    closer.numbers("logits", new double[] {1.4, 101.4}, 2);
    closer.numbers("chosen", new double[] {3}, 1);
    assertThat(closer.outcome().passes()).isTrue();
  }

  @Test
  void aTensorThatNobodyComputedFails() throws Exception {
    Check check = check();
    check.numbers("logits", new double[] {1, 100}, 2);

    assertThat(check.outcome().passes()).isFalse();
    assertThat(check.outcome().faults()).containsExactly("not computed: chosen");
  }

  @Test
  void notANumberAnotherShapeAndAnotherExactNumberFail() throws Exception {
    Check nan = check();
    nan.numbers("logits", new double[] {Double.NaN, 100}, 2);
    nan.numbers("chosen", new double[] {3}, 1);
    assertThat(nan.outcome().passes()).isFalse();

    Check shape = check();
    shape.numbers("logits", new double[] {1, 100}, 1, 2);
    shape.numbers("chosen", new double[] {3}, 1);
    assertThat(shape.outcome().faults()).containsExactly("logits has shape [1, 2], expected [2]");

    Check exact = check();
    exact.numbers("logits", new double[] {1, 100}, 2);
    exact.numbers("chosen", new double[] {2}, 1);
    assertThat(exact.outcome().passes()).isFalse();
  }

  private static Check check() throws Exception {
    return new Check(
        Map.of(
            "logits", stored("logits", StoredType.F32, 1, 100),
            "chosen", stored("chosen", StoredType.I64, 3)),
        Parity.JSON.readTree(CASE));
  }

  private static StoredTensor stored(String name, StoredType type, long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      if (type == StoredType.F32) {
        bytes.putFloat(number);
      } else {
        bytes.putLong(number);
      }
    }
    return new StoredTensor(name, type, new long[] {numbers.length}, bytes.flip());
  }
}
