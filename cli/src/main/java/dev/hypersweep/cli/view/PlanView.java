package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Durations;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What a sweep would do. */
public final class PlanView {

  private PlanView() {}

  /** The whole plan. */
  public static List<String> lines(JsonNode plan, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(Text.of(plan.path("name"))) + ": " + work(plan));
    lines.add("variants  " + Json.joined(plan.path("variants")));
    lines.add("seeds     " + Json.joined(plan.path("seeds")));
    lines.add("time      " + time(plan));
    if (plan.path("promotion").isObject()) {
      lines.add("promotion " + promotion(plan.path("promotion")));
      lines.add("          the time above is that of all runs to their ends: an upper bound");
    }
    long toCome = plan.path("trialsToCome").asLong();
    if (toCome > 0) {
      lines.add("trials    " + toCome + " of them are chosen as results arrive");
    }
    lines.add("");
    lines.addAll(datasets(plan.path("datasets"), style));
    Json.each(plan.path("warnings")).forEach(warning -> lines.add("warning: " + Text.of(warning)));
    return lines;
  }

  /** For example {@code 9 runs to step 100, 3 to 4 to 300, 1 to 2 to 900; 0.02 to 0.03 hours}. */
  private static String promotion(JsonNode promotion) {
    List<String> rungs =
        Json.each(promotion.path("rungs"))
            .map(rung -> "%s to step %s".formatted(between(rung), Text.of(rung.path("step"))))
            .toList();
    JsonNode low = promotion.path("deviceHoursLow");
    String hours =
        low.isNumber()
            ? "; %s to %s device-hours"
                .formatted(
                    Numbers.fixed(low.asDouble(), 2),
                    Numbers.fixed(promotion.path("deviceHoursHigh").asDouble(), 2))
            : "";
    return String.join(", ", rungs) + hours;
  }

  private static String between(JsonNode rung) {
    long least = rung.path("least").asLong();
    long most = rung.path("most").asLong();
    return least == most ? Text.counted(most, "run") : least + " to " + most + " runs";
  }

  /** For example {@code 24 runs of 4 trials, 20 computed already, 4 to compute}. */
  public static String work(JsonNode plan) {
    return "%s of %s, %d computed already, %d to compute"
        .formatted(
            Text.counted(plan.path("runs").asLong(), "run"),
            Text.counted(plan.path("trials").asLong(), "trial"),
            plan.path("alreadyComputed").asLong(),
            plan.path("toCompute").asLong());
  }

  /** Size and difficulty of each dataset, as workers found them. */
  public static List<String> datasets(JsonNode datasets, Style style) {
    Table table =
        new Table("dataset", "training", "evaluation", "classes", "majority class", "workers");
    Json.each(datasets)
        .forEach(
            set ->
                table.row(
                    Text.of(set.path("name")),
                    Text.of(set.path("trainExamples")),
                    Text.of(set.path("evaluationExamples")),
                    Text.of(set.path("classes")),
                    majority(set.path("majority")),
                    Text.of(set.path("onWorkers"))));
    return table.lines(style);
  }

  private static String majority(JsonNode share) {
    return share.isNumber() ? Numbers.fixed(share.asDouble(), 3) : "-";
  }

  private static String time(JsonNode plan) {
    if (plan.path("toCompute").asLong() == 0) {
      return "none: everything is computed already";
    }
    JsonNode estimate = plan.path("estimate");
    if (!estimate.isObject()) {
      return "unknown: no run like these has been timed yet, or no worker is there for them";
    }
    return "about %s%s with %s, %s a run (from %s)"
        .formatted(
            Durations.of(estimate.path("seconds")),
            range(estimate),
            Text.counted(estimate.path("workers").asLong(), "worker"),
            Durations.of(estimate.path("runSeconds")),
            Text.counted(estimate.path("basedOnRuns").asLong(), "earlier run"));
  }

  /**
   * The 95 % interval, where it is wider than it reads; its upper end where it begins at nothing.
   */
  private static String range(JsonNode estimate) {
    if (!estimate.has("secondsLow")) {
      return "";
    }
    String low = Durations.of(estimate.path("secondsLow"));
    String high = Durations.of(estimate.path("secondsHigh"));
    if (estimate.path("secondsLow").asDouble() < estimate.path("seconds").asDouble() / 10) {
      return " (at most %s)".formatted(high);
    }
    return low.equals(high) ? "" : " (%s to %s)".formatted(low, high);
  }
}
