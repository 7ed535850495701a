package dev.hypersweep.sweeps.reading;

import dev.hypersweep.protocol.Resources;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code resources:}. */
final class ResourceReader {

  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?([A-Za-z]+)");
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("B", 1L);
    UNITS.put("KiB", 1L << 10);
    UNITS.put("MiB", 1L << 20);
    UNITS.put("GiB", 1L << 30);
    UNITS.put("TiB", 1L << 40);
    UNITS.put("kB", 1_000L);
    UNITS.put("MB", 1_000_000L);
    UNITS.put("GB", 1_000_000_000L);
    UNITS.put("TB", 1_000_000_000_000L);
  }

  private ResourceReader() {}

  static Resources read(Section sweep) {
    Optional<Section> section =
        sweep
            .section("resources", "resources: {device: cpu, threads: 1, memory: 2GiB}")
            .map(one -> one.known(Fields.RESOURCES));
    if (section.isEmpty()) {
      return new Resources("cpu", 1, 0);
    }
    return new Resources(
        section.get().word("device", List.of("cpu", "gpu")).orElse("cpu"),
        section.get().whole("threads", 1, 1024).orElse(1L).intValue(),
        section.get().has("memory") ? memory(section.get()) : 0);
  }

  private static long memory(Section section) {
    if (section.get("memory") instanceof Node.Scalar scalar
        && scalar.value() instanceof String text) {
      Matcher amount = AMOUNT.matcher(text.strip());
      if (amount.matches() && UNITS.containsKey(amount.group(2))) {
        BigDecimal bytes =
            new BigDecimal(amount.group(1))
                .multiply(BigDecimal.valueOf(UNITS.get(amount.group(2))));
        if (bytes.compareTo(BigDecimal.valueOf(Numbers.MOST)) <= 0) {
          return bytes.longValue();
        }
      }
      section.fault(
          "memory",
          "not an amount of memory",
          "write a number and one of " + String.join(", ", UNITS.keySet()) + ", such as 2GiB");
      return 0;
    }
    return section.whole("memory", 0, Numbers.MOST).orElse(0L);
  }
}
