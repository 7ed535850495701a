package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/** A JSON object per case and line. */
record JsonReport(PrintStream out) implements Report {

  @Override
  public void add(String name, Outcome outcome) {
    ObjectNode line = Parity.JSON.createObjectNode();
    line.put("case", name).put("compared", outcome.compared());
    if (outcome.greatest() != null) {
      line.put("deviation", outcome.greatest().size());
      line.put("tolerance", outcome.greatest().tolerance());
      line.put("at", outcome.greatest().place());
    }
    line.put("passes", outcome.passes());
    outcome.faults().forEach(line.withArray("faults")::add);
    out.println(line);
  }

  @Override
  public void end() {}
}
