package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/**
 * A JSON object per figure and line: peer, version, script, the case, figure and unit, the range
 * over rounds, the part of a core that was to be had, and the platform.
 */
final class JsonReport implements Report {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLI = 1e3;

  private final PrintStream out;
  private String torch;
  private double coreShare;

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(Workload workload, Plan plan, Python python, double share) {
    coreShare = share;
    if (python != null && python.missing() != null) {
      System.err.println("PyTorch's side is left out: " + python.missing());
    } else if (python != null) {
      torch = python.torch();
    }
  }

  @Override
  public void losses(LossComparison comparison) {
    ObjectNode line = line(new Side(Side.HYPERSWEEP, comparison.variant()), "losses");
    line.put("target", Side.PYTORCH);
    line.put("figure", comparison.difference()).put("unit", "greatest relative difference");
    line.put("equal", comparison.isEqual());
    comparison.ours().forEach(line.putArray("ours")::add);
    comparison.theirs().forEach(line.putArray("theirs")::add);
    out.println(line);
  }

  @Override
  public void timings(Workload workload, Contest.Result result) {
    Timings timings = result.timings();
    for (Ranking.Row row : Ranking.of(result)) {
      for (Work work : Work.values()) {
        Medians seconds = timings.seconds(row.side(), work);
        ObjectNode line = line(row.side(), work.command());
        line.put("figure", seconds.median() * MILLI).put("unit", "ms/step");
        line.put("p50_ms", seconds.median() * MILLI).put("max_ms", seconds.greatest() * MILLI);
        line.put("tokens_per_second", workload.tokens() / seconds.median());
        out.println(line);
        for (Side other : row.against()) {
          ratio(row.side(), other, work, timings);
        }
      }
    }
  }

  private void ratio(Side side, Side other, Work work, Timings timings) {
    Medians ratio = timings.ratio(side, other, work);
    ObjectNode line = line(side, work.command());
    line.put("target", other.toString());
    line.put("figure", ratio.median()).put("unit", "ratio of step times");
    line.put("least", ratio.least()).put("greatest", ratio.greatest());
    line.put("processor_ratio", timings.processorRatio(side, other, work).median());
    out.println(line);
  }

  @Override
  public void growth(Growth growth) {
    for (Growth.Row row : growth.rows()) {
      growth(row, Work.TRAINING, row.training(), row.trainingRatio());
      growth(row, Work.INFERENCE, row.inference(), row.inferenceRatio());
    }
  }

  private void growth(Growth.Row row, Work work, Medians seconds, Medians ratio) {
    ObjectNode line = line(row.side(), work.command());
    line.put("target", row.side().size());
    line.put("figure", seconds.median() * MILLI).put("unit", "ms/step");
    line.put("ratio", ratio.median());
    line.put("parameters", row.parameters());
    line.put("forward_macs", row.macs().sum()).put("macs_ratio", row.macsRatio());
    out.println(line);
  }

  @Override
  public void memory(List<Footprint> footprints) {
    for (Footprint seen : footprints) {
      ObjectNode line = line(new Side(Side.HYPERSWEEP, Variant.HYPERMOE), "memory");
      line.put("target", seen.steps() + " steps");
      line.put("figure", seen.resident()).put("unit", "bytes resident");
      line.put("live_tensors", seen.live());
      out.println(line);
    }
  }

  private ObjectNode line(Side side, String view) {
    ObjectNode line = JSON.createObjectNode();
    line.put("peer", side.peer());
    line.put("version", side.peer().equals(Side.PYTORCH) ? torch : Side.VERSION);
    line.put("script", "bench train");
    line.put("mode", side.variant().title()).put("view", view);
    line.put("core_share", coreShare);
    line.put(
        "platform",
        "Java "
            + Runtime.version().feature()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores");
    return line;
  }
}
