package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SharedVectors;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptimKindTest {

  @Test
  void everyTrajectoryScheduleAndSmoothedLossIsThatOfTheReference() throws IOException {
    Path folder = SharedVectors.folder("model/optim");
    Case parityCase = Case.of(folder);
    Check check = new Check(parityCase.expected(), parityCase.description());
    try (Session session = Session.open("cpu", 1)) {
      new OptimKind().check(parityCase, check, session);
    }
    Outcome outcome = check.outcome();
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.greatest().passes()).isTrue();
    assertThat(outcome.compared()).isGreaterThan(12_000);
  }
}
