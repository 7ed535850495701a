package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.StepDigests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a run reported. */
public final class Recorded implements Progress {

  private final List<MetricPoint> points = new ArrayList<>();
  private final List<MetricPoint> costs = new ArrayList<>();
  private final List<MetricArray> arrays = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final Map<Long, Path> checkpoints = new TreeMap<>();
  private final Map<String, Path> artifacts = new TreeMap<>();
  private RunResult result;

  @Override
  public void reported(
      long step, List<MetricPoint> some, List<MetricArray> wide, StepDigests more) {
    some.forEach(point -> (isCost(point) ? costs : points).add(point));
    arrays.addAll(wide);
    if (more != null) {
      digests.addAll(more.digests());
    }
  }

  @Override
  public void checkpointed(long step, Path path) {
    checkpoints.put(step, path);
  }

  @Override
  public void artifact(String kind, Path path) {
    artifacts.put(kind, path);
  }

  Map<String, Path> artifacts() {
    return artifacts;
  }

  public void result(RunResult result) {
    this.result = result;
  }

  public RunResult result() {
    return result;
  }

  /** All but costs. */
  public List<MetricPoint> points() {
    return points;
  }

  /** Times among them are others in every execution. */
  List<MetricPoint> costs() {
    return costs;
  }

  private static boolean isCost(MetricPoint point) {
    return point.name().startsWith("cost/");
  }

  public List<MetricArray> arrays() {
    return arrays;
  }

  public List<String> digests() {
    return digests;
  }

  public Map<Long, Path> checkpoints() {
    return checkpoints;
  }
}
