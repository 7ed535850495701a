package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads {@code seeds:}, a count n (0 .. n-1) or the list itself. */
final class SeedReader {

  /** Enough for an interval, few enough for a first look. */
  private static final long STANDARD = 3;

  private static final long MOST = 10_000;

  private SeedReader() {}

  static List<Long> read(Section sweep) {
    if (!sweep.has("seeds")) {
      return count(STANDARD);
    }
    if (!(sweep.get("seeds") instanceof Node.Sequence sequence)) {
      return sweep.whole("seeds", 1, MOST).map(SeedReader::count).orElse(List.of());
    }
    if (sequence.items().isEmpty() || sequence.items().size() > MOST) {
      sweep.fault("seeds", "there are 1 to " + MOST + " seeds", "write seeds: " + STANDARD);
    }
    return list(sweep, sequence.items());
  }

  private static List<Long> list(Section sweep, List<Node> items) {
    Set<Long> seeds = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(items.size(), MOST); i++) {
      Node item = items.get(i);
      String path = "seeds[" + i + "]";
      Numbers.whole(item, path, 0, Numbers.MOST, sweep.faults())
          .ifPresent(
              seed -> {
                if (!seeds.add(seed)) {
                  sweep.faults().add(item, path, "the seed is there twice", "remove it here");
                }
              });
    }
    return List.copyOf(seeds);
  }

  private static List<Long> count(long seeds) {
    return LongStream.range(0, seeds).boxed().toList();
  }
}
