package dev.hypersweep.trainer.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables for people. */
final class TableReport implements Report {

  private static final double QUIET = 0.9;
  private static final double MILLI = 1e3;
  private static final String ROW = "%-33s %9s  %-15s %9s  %-25s %-25s%n";

  private final PrintStream out;

  TableReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(Workload w, Plan plan, Python python, double coreShare) {
    line(
        "d %d, %d layers, %d heads, FFN %d; %d experts, top-%d, in every second layer; hid %d, b %d",
        w.width(), w.layers(), w.heads(), w.inner(), w.experts(), w.k(), w.hid(), w.bottleneck());
    line("%d texts of %d tokens, %d threads", w.batch(), w.length(), w.threads());
    line(
        "%d rounds in alternating order, %d steps a turn; medians, and of ratios the range",
        plan.rounds(), plan.steps());
    if (coreShare < QUIET) {
      line("a busy thread gets %.2f of a core here now: ratios count, times do not", coreShare);
    }
    if (python == null) {
      return;
    }
    line(
        python.missing() == null
            ? "PyTorch " + python.torch() + " of " + python.program()
            : "PyTorch's side is left out: " + python.missing());
    out.flush();
  }

  @Override
  public void losses(LossComparison comparison) {
    line("");
    line(
        "losses of %s, ours and PyTorch's, from the same weights: %s (relative difference %.1e)",
        comparison.variant().title(),
        comparison.isEqual() ? "equal" : "THEY DIFFER, their times are not compared",
        comparison.difference());
    line("  %s", numbers(comparison.ours()));
    line("  %s", numbers(comparison.theirs()));
    out.flush();
  }

  private static String numbers(List<Double> losses) {
    return losses.stream()
        .map(loss -> String.format(Locale.ROOT, "%.7f", loss))
        .collect(Collectors.joining("  "));
  }

  @Override
  public void timings(Workload workload, Contest.Result result) {
    for (Work work : Work.values()) {
      line("");
      out.printf(
          ROW,
          work.name().toLowerCase(Locale.ROOT),
          "ms/step",
          "range",
          "tokens/s",
          "over MoE",
          "over PyTorch");
      for (Ranking.Row row : Ranking.of(result)) {
        row(workload, work, row, result.timings());
      }
    }
    out.flush();
  }

  private void row(Workload workload, Work work, Ranking.Row row, Timings timings) {
    Medians seconds = timings.seconds(row.side(), work);
    out.printf(
        ROW,
        row.side(),
        number("%.1f", seconds.median() * MILLI),
        number("%.1f", seconds.least() * MILLI)
            + " - "
            + number("%.1f", seconds.greatest() * MILLI),
        number("%,.0f", workload.tokens() / seconds.median()),
        ratio(row, row.side().peer(), work, timings),
        row.side().peer().equals(Side.PYTORCH) ? "" : ratio(row, Side.PYTORCH, work, timings));
  }

  @Override
  public void growth(Growth growth) {
    line("");
    line(
        "%-6s %12s  %9s %-16s %9s %-16s %9s %-7s %s",
        growth.axis(),
        "parameters",
        "train ms",
        "ratio",
        "infer ms",
        "ratio",
        "MMACs",
        "ratio",
        "generation");
    for (Growth.Row row : growth.rows()) {
      line(
          "%-6s %,12d  %9.1f %-16s %9.1f %-16s %9.1f %-7s %.1f%%",
          row.side().size(),
          row.parameters(),
          row.training().median() * MILLI,
          ranged(row.trainingRatio()),
          row.inference().median() * MILLI,
          ranged(row.inferenceRatio()),
          row.macs().sum() / 1e6,
          number("%.2f", row.macsRatio()),
          100 * row.macs().generation() / row.macs().sum());
    }
    out.flush();
  }

  private static String ranged(Medians ratio) {
    return String.format(
        Locale.ROOT, "%.2f (%.2f-%.2f)", ratio.median(), ratio.least(), ratio.greatest());
  }

  @Override
  public void memory(List<Footprint> footprints) {
    line("");
    line("%-24s %10s %14s", "small HyperMoE, steps", "RSS, MB", "live tensors");
    for (Footprint seen : footprints) {
      line("%-24d %10.1f %14d", seen.steps(), seen.resident() / 1e6, seen.live());
    }
    out.flush();
  }

  private static String ratio(Ranking.Row row, String peer, Work work, Timings timings) {
    return row.against().stream()
        .filter(other -> other.peer().equals(peer))
        .map(
            other -> {
              Medians ratio = timings.ratio(row.side(), other, work);
              Medians processor = timings.processorRatio(row.side(), other, work);
              return number("%.3f", ratio.median())
                  + number(" (%.2f", ratio.least())
                  + number(" - %.2f)", ratio.greatest())
                  + number(" cpu %.2f", processor.median());
            })
        .findFirst()
        .orElse("");
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
