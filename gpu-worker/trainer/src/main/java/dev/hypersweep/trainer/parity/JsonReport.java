package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/** A JSON object per line: a case's folder, or a metric's cases in a file, with every fault. */
record JsonReport(PrintStream out) implements Report {

  @Override
  public void add(Subject subject, Outcome outcome) {
    ObjectNode line = Parity.JSON.createObjectNode();
    line.put("case", subject.name());
    if (subject.metric() != null) {
      line.put("file", subject.path()).put("metric", subject.metric());
    }
    line.put("cases", outcome.cases()).put("failing", outcome.failing());
    line.put("compared", outcome.compared());
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
