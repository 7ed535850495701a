package dev.hypersweep.orchestrator.study;

import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for points.
 *
 * @param count how many, 1 to 1000; 1 if left out
 */
@Schema(name = "StudyAsk")
record Ask(@Schema(nullable = true, examples = "8") Integer count) {

  private static final int MOST = 1000;

  /** Points to try; fewer than were asked for if no more are left. */
  @Schema(name = "StudyAsked")
  record Answer(List<Point> trials) {}

  /**
   * A point to try.
   *
   * @param trial number, from 0
   * @param params values of the parameters that exist in it
   */
  @Schema(name = "StudyPoint")
  record Point(int trial, @Schema(examples = "{\"x\": 0.25}") SortedMap<String, Object> params) {}

  int wanted() {
    int wanted = count == null ? 1 : count;
    if (wanted < 1 || wanted > MOST) {
      throw ProblemException.invalidValue("count", count, "not 1 to " + MOST, "send {\"count\":8}");
    }
    return wanted;
  }
}
