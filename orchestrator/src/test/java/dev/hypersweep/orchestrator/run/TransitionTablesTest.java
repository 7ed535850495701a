package dev.hypersweep.orchestrator.run;

import static dev.hypersweep.orchestrator.run.RunState.Event.EXHAUST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.sweep.SweepState;
import dev.hypersweep.orchestrator.trial.TrialState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransitionTablesTest {

  @Test
  void nothingHappensToARunThatHasEnded() {
    assertThat(Arrays.stream(RunState.values()).filter(RunState::isEnd))
        .containsExactly(RunState.SUCCEEDED, RunState.PRUNED, RunState.FAILED, RunState.CANCELLED);
    for (RunState.Event event : RunState.Event.values()) {
      assertThat(RunState.SUCCEEDED.on(event)).isEmpty();
    }
  }

  @Test
  void everythingThatHasNotEndedCanBeCancelled() {
    for (RunState state : RunState.values()) {
      assertThat(state.on(RunState.Event.CANCEL).isPresent()).isEqualTo(!state.isEnd());
    }
    for (TrialState state : TrialState.values()) {
      assertThat(state.on(TrialState.Event.CANCEL).isPresent()).isEqualTo(!state.isEnd());
    }
    for (SweepState state : SweepState.values()) {
      assertThat(state.on(SweepState.Event.CANCEL).isPresent()).isEqualTo(!state.isEnd());
    }
  }

  @Test
  void onlyALeasedRunCanSucceedOrFail() {
    for (RunState state : RunState.values()) {
      boolean leased = state == RunState.LEASED;
      assertThat(state.on(RunState.Event.SUCCEED).isPresent()).isEqualTo(leased);
      assertThat(state.on(RunState.Event.FAIL).isPresent()).isEqualTo(leased);
    }
  }

  @Test
  void aSpentBudgetEndsWhatNoWorkerHas() {
    assertThat(Arrays.stream(RunState.values()).filter(s -> s.on(EXHAUST).isPresent()))
        .containsExactly(RunState.WAITING, RunState.HELD);
    for (SweepState state : SweepState.values()) {
      assertThat(state.on(SweepState.Event.FAIL).isPresent()).isEqualTo(!state.isEnd());
    }
  }

  @Test
  void aPausedSweepGoesOnWhereItWas() {
    assertThat(SweepState.PAUSED.on(SweepState.Event.RESUME_STARTED)).hasValue(SweepState.RUNNING);
    assertThat(SweepState.PAUSED.on(SweepState.Event.RESUME_UNSTARTED))
        .hasValue(SweepState.WAITING);
    assertThat(SweepState.PAUSED.on(SweepState.Event.PAUSE)).isEmpty();
  }
}
