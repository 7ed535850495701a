package dev.hypersweep.sweeps.sampling.quasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SobolTest {

  @Test
  void everyDimensionHasOnePointPerSlice() {
    Sobol sobol = new Sobol(Sobol.MOST_DIMENSIONS, Draws.of(1, "test", 0));
    for (int j = 0; j < Sobol.MOST_DIMENSIONS; j++) {
      Set<Integer> slices = new HashSet<>();
      for (int i = 0; i < 256; i++) {
        slices.add((int) (256 * sobol.point(i)[j]));
      }
      assertThat(slices).as("dimension " + j).hasSize(256);
    }
  }

  @Test
  void theFirstTwoDimensionsHaveOnePointPerSquare() {
    Sobol sobol = new Sobol(2, Draws.of(5, "test", 0));
    Set<Integer> squares = new HashSet<>();
    for (int i = 0; i < 256; i++) {
      double[] point = sobol.point(i);
      squares.add((int) (16 * point[0]) * 16 + (int) (16 * point[1]));
    }
    assertThat(squares).hasSize(256);
  }

  @Test
  void moreDimensionsThanDirectionNumbersAreRefused() {
    assertThatThrownBy(() -> new Sobol(65, Draws.of(1, "test", 0)))
        .hasMessageContaining("at most 64 parameters, not 65");
  }
}
