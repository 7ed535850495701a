package dev.hypersweep.sweeps.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Space;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 10,000 trials of 20 parameters, three datasets and three seeds. */
class HealthCostTest {

  @Test
  void tenThousandTrialsAreExaminedInAMoment() {
    StringBuilder text = new StringBuilder("parameters:\n");
    for (int p = 0; p < 20; p++) {
      text.append("  p%d: {type: float, low: 0, high: 1}\n".formatted(p));
    }
    Space space = SpaceFile.read(text.toString()).space();
    List<Place> places = Place.all(List.of("a", "b", "c"), List.of(0L, 1L, 2L));
    Draws draws = Draws.of(1, "cost", 0);
    List<Observed> trials = new ArrayList<>();
    for (int t = 0; t < 10_000; t++) {
      SortedMap<String, Object> point = new TreeMap<>();
      space.parameters().forEach(one -> point.put(one.name(), draws.uniform()));
      double loss = 3 * (Double) point.get("p0") + (Double) point.get("p1");
      Map<Place, Double> runs = new HashMap<>();
      places.forEach(place -> runs.put(place, loss + 0.1 * draws.normal()));
      trials.add(new Observed(t, point, loss, null, runs));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Duration least = Duration.ofDays(1);
    Health health = null;
    for (int i = 0; i < 3; i++) {
      long start = threads.getCurrentThreadCpuTime();
      health = Health.of(space.parameters(), trials);
      Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
      System.out.println("health of 10,000 trials: " + taken.toMillis() + " ms of a processor");
      least = taken.compareTo(least) < 0 ? taken : least;
    }
    assertThat(health.importances()).extracting(Importance::parameter).startsWith("p0", "p1");
    assertThat(least).isLessThan(Duration.ofSeconds(5));
  }
}
