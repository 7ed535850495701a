package dev.hypersweep.trainer.analysis;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** Looks into a model between two steps of its training, and changes nothing in it. */
@FunctionalInterface
public interface Analysis {

  /** What it sees, the same bits for the same weights, as metrics of that step. */
  List<MetricArray> arrays(Session session, Weights weights, long step);
}
