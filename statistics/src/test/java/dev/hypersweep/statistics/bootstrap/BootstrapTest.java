package dev.hypersweep.statistics.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void forManyValuesOfANormalMeanEveryIntervalIsThatOfT() {
    double[] values = new Random(5).doubles(400, 0, 1).toArray();
    Interval t = Sample.of(values).estimate().interval(0.9).orElseThrow();
    Bootstrap bootstrap = Bootstrap.of(values, Location.MEAN, 4000, 1);
    Interval bca = BiasCorrectedAccelerated.of(values, Location.MEAN, bootstrap, 0.9).interval();
    for (Interval interval :
        new Interval[] {bootstrap.percentile(0.9), bootstrap.basic(0.9), bca}) {
      assertThat(interval.low()).isCloseTo(t.low(), within(0.003));
      assertThat(interval.high()).isCloseTo(t.high(), within(0.003));
    }
  }

  @Test
  void withoutSpreadThePercentileIntervalIsAPointAndBcaUndefined() {
    double[] values = {2.5, 2.5, 2.5};
    Bootstrap bootstrap = Bootstrap.of(values, Location.MEAN, 50, 1);
    assertThat(bootstrap.percentile(0.95)).isEqualTo(new Interval(2.5, 2.5));
    BiasCorrectedAccelerated bca =
        BiasCorrectedAccelerated.of(values, Location.MEAN, bootstrap, 0.95);
    assertThat(bca.z0()).isZero();
    assertThat(bca.acceleration()).isNaN();
    assertThat(bca.interval().low()).isNaN();
  }

  @Test
  void oneValueHasNoJackknife() {
    double[] values = {1};
    Bootstrap bootstrap = Bootstrap.of(values, Location.MEDIAN, new int[][] {{0}, {0}});
    assertThat(BiasCorrectedAccelerated.of(values, Location.MEDIAN, bootstrap, 0.95).acceleration())
        .isNaN();
    assertThat(bootstrap.standardError()).isZero();
  }
}
