package dev.hypersweep.trainer.parity;

import java.io.PrintStream;
import java.util.Locale;

/** A line per case as it ends: case, numbers compared, greatest deviation, tolerance, verdict. */
final class TableReport implements Report {

  private static final int MOST_FAULTS = 5;
  private static final String LINE = "%-36s %9s  %-9s  %-9s  %-7s %s%n";

  private final PrintStream out;
  private int passed;
  private int cases;

  TableReport(PrintStream out) {
    this.out = out;
    out.printf(LINE, "case", "compared", "deviation", "tolerance", "verdict", "at");
  }

  @Override
  public void add(String name, Outcome outcome) {
    Deviation greatest = outcome.greatest();
    cases++;
    passed += outcome.passes() ? 1 : 0;
    out.printf(
        LINE,
        name,
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
