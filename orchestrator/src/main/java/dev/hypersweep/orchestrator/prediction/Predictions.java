package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.orchestrator.page.Cursor;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.prediction.StoredPredictions.Found;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Pages of a run's predictions. The file is read anew for each of them. */
@ApplicationScoped
class Predictions {

  /** Which examples are wanted. */
  enum Answers {
    ALL,
    WRONG,
    RIGHT;

    boolean take(Boolean right) {
      return this == ALL || right != null && right == (this == RIGHT);
    }
  }

  @Inject StoredPredictions stored;
  @Inject PredictionReader reader;

  private static final class Count {
    private long examples;
    private long judged;
    private long right;
  }

  /**
   * A page; empty, with the reason, if the run has no predictions.
   *
   * @param split only that one; null for all
   */
  PredictionPage page(long run, String split, Answers answers, PageParameters parameters) {
    Found found = stored.of(run);
    if (found.file() == null) {
      return new PredictionPage(
          run,
          found.computed(),
          found.dataset(),
          found.absent(),
          null,
          null,
          List.of(),
          List.of(),
          null,
          List.of(),
          null,
          0);
    }
    String scope = found.file().sha256() + " " + split + " " + answers;
    long after = parameters.after(scope).map(Cursor::id).orElse(-1L);
    int limit = parameters.limit();
    Map<String, Count> splits = new LinkedHashMap<>();
    TreeSet<String> scores = new TreeSet<>();
    List<PredictionRow> items = new ArrayList<>();
    long[] matching = {0, 0}; // all, behind the cursor
    reader.read(
        found.file().sha256(),
        row -> {
          Boolean right = row.right();
          count(splits.computeIfAbsent(row.split(), name -> new Count()), right);
          scores.addAll(row.scores().keySet());
          if ((split == null || split.equals(row.split())) && answers.take(right)) {
            matching[0]++;
            if (row.row() > after) {
              matching[1]++;
              if (items.size() < limit) {
                items.add(row);
              }
            }
          }
          return true;
        });
    refuse(split, splits, answers, scores);
    boolean more = matching[1] > items.size();
    return new PredictionPage(
        run,
        found.computed(),
        found.dataset(),
        null,
        found.file().sha256(),
        found.file().bytes(),
        splits.entrySet().stream().map(one -> split(one.getKey(), one.getValue())).toList(),
        List.copyOf(scores),
        PredictionRow.judge(scores),
        items,
        more ? new Cursor("", items.get(items.size() - 1).row()).encode(scope) : null,
        matching[0]);
  }

  private static void count(Count count, Boolean right) {
    count.examples++;
    if (right != null) {
      count.judged++;
      count.right += right ? 1 : 0;
    }
  }

  private static PredictionPage.Split split(String name, Count count) {
    return new PredictionPage.Split(
        name, count.examples, count.judged == 0 ? null : (Long) count.right);
  }

  private static void refuse(
      String split, Map<String, Count> splits, Answers answers, TreeSet<String> scores) {
    if (split != null && !splits.containsKey(split)) {
      throw ProblemException.invalidParameter(
          "split",
          split,
          "the run has no such split",
          "take one of " + String.join(", ", splits.keySet()) + ", or leave it out");
    }
    if (answers != Answers.ALL && PredictionRow.judge(scores) == null) {
      throw ProblemException.invalidParameter(
          "answers",
          answers.name().toLowerCase(Locale.ROOT),
          "nothing here is simply right or wrong: the examples have " + String.join(", ", scores),
          "leave it out");
    }
  }
}
