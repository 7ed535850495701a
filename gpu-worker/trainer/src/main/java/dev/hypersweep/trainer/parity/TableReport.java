package dev.hypersweep.trainer.parity;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A line per case's folder or per metric and file as it ends: how many cases, numbers compared,
 * greatest deviation, tolerance, verdict.
 */
final class TableReport implements Report {

  private static final int MOST_FAULTS = 5;

  private final PrintStream out;
  private final String line;
  private int passed;
  private int cases;

  /**
   * @param width characters of the first column
   */
  TableReport(PrintStream out, int width) {
    this.out = out;
    this.line = "%-" + width + "s %6s %9s  %-9s  %-9s  %-7s %s%n";
    out.printf(line, "case", "cases", "compared", "deviation", "tolerance", "verdict", "at");
  }

  @Override
  public void add(Subject subject, Outcome outcome) {
    Deviation greatest = outcome.greatest();
    cases += outcome.cases();
    passed += outcome.cases() - outcome.failing();
    out.printf(
        line,
        subject.name(),
        outcome.cases(),
        outcome.compared(),
        greatest == null ? (outcome.passes() ? "equal" : "-") : number(greatest.size()),
        greatest == null ? (outcome.passes() ? "exact" : "-") : number(greatest.tolerance()),
        outcome.passes() ? "passes" : "FAILS",
        greatest == null ? "" : greatest.place());
    outcome.faults().stream().limit(MOST_FAULTS).forEach(fault -> out.println("    " + fault));
    if (outcome.faults().size() > MOST_FAULTS) {
      out.println("    and " + (outcome.faults().size() - MOST_FAULTS) + " more");
    }
    out.flush();
  }

  private static String number(double size) {
    return String.format(Locale.ROOT, "%.2e", size);
  }

  @Override
  public void end() {
    out.printf(
        "%d of %d cases pass; shown is the deviation that is the largest share of its tolerance%n",
        passed, cases);
  }
}
