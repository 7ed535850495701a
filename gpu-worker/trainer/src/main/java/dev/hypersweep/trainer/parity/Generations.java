package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.generation.Generated;
import java.util.Arrays;

/** What a search found, {@code generate.NAME} in a case. */
final class Generations {

  private Generations() {}

  static void check(Check check, String name, Generated generated) {
    long[][] sequences = generated.sequences();
    check.numbers(
        "generate." + name + ".sequences",
        Arrays.stream(sequences).flatMapToLong(Arrays::stream).asDoubleStream().toArray(),
        sequences.length,
        sequences[0].length);
    if (generated.scores() != null) {
      check.numbers("generate." + name + ".scores", generated.scores(), generated.scores().length);
    }
  }
}
