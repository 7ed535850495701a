package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Budget;
import dev.hypersweep.sweeps.sampling.Allotment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads {@code budget:}. */
final class BudgetReader {

  private static final String TIME = "write a time such as 2030-01-31T18:00:00Z";

  private BudgetReader() {}

  static Budget read(Section sweep) {
    Optional<Section> section =
        sweep.section("budget", "budget: {trials: 20}").map(one -> one.known(Fields.BUDGET));
    if (section.isEmpty()) {
      return Budget.UNLIMITED;
    }
    return new Budget(
        section.get().whole("trials", 1, Allotment.MOST_RUNS).orElse(null),
        section.get().whole("runs", 1, Allotment.MOST_RUNS).orElse(null),
        gpuHours(section.get()),
        until(section.get()));
  }

  private static Double gpuHours(Section section) {
    Optional<Double> hours = section.real("gpu_hours");
    if (hours.isPresent() && hours.get() <= 0) {
      section.fault("gpu_hours", "not above 0", "write hours such as 0.5, or leave it out");
    }
    return hours.orElse(null);
  }

  private static Instant until(Section section) {
    Optional<String> text = section.text("until", 1, 100);
    try {
      Optional<OffsetDateTime> time = text.map(OffsetDateTime::parse);
      if (time.isPresent() && (time.get().getYear() < 2000 || time.get().getYear() > 9999)) {
        section.fault("until", "not between the years 2000 and 9999", TIME);
      }
      return time.map(OffsetDateTime::toInstant).orElse(null);
    } catch (DateTimeParseException e) {
      section.fault("until", "not a time with its zone", TIME);
      return null;
    }
  }
}
