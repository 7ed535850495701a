package dev.hypersweep.trainer.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecayTest {

  private static List<String> decayed(double factor, Decay.Scope scope) {
    Parameters parameters = new Parameters();
    parameters.matrix("matrix", Initialiser.zeros(), 3, 4);
    parameters.free("table", Initialiser.zeros(), 9, 4);
    parameters.free("bias", Initialiser.zeros(), 4);
    Decay decay = new Decay(factor, scope);
    return parameters.all().stream().filter(decay::applies).map(p -> p.name()).toList();
  }

  @Test
  void theScopeSaysWhatDecays() {
    assertThat(decayed(0.01, Decay.Scope.MATRICES)).containsExactly("matrix");
    assertThat(decayed(0.01, Decay.Scope.TABLES)).containsExactly("matrix", "table");
    assertThat(decayed(0.01, Decay.Scope.ALL)).containsExactly("matrix", "table", "bias");
  }

  @Test
  void noDecayIsNoneOfAnything() {
    assertThat(decayed(0, Decay.Scope.ALL)).isEmpty();
  }
}
