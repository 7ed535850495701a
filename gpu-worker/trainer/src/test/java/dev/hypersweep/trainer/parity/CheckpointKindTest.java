package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckpointKindTest {

  @Test
  void everyContainerLoadsAndEveryMalformedOrHostileFileIsRefused() throws IOException {
    Path folder = SharedVectors.folder("model/checkpoint-io");
    Case parityCase = Case.of(folder);
    Check check = new Check(parityCase.expected(), parityCase.description());
    new CheckpointKind().check(parityCase, check, null);
    Outcome outcome = check.outcome();
    assertThat(outcome.faults()).noneMatch(fault -> !fault.startsWith("not computed: logits"));
    assertThat(outcome.greatest().passes()).isTrue();
    assertThat(outcome.compared()).isGreaterThan(4000);
  }
}
