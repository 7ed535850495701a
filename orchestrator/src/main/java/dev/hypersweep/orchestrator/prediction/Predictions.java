package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.orchestrator.page.Cursor;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.prediction.PredictionIndex.Answers;
import dev.hypersweep.orchestrator.prediction.StoredPredictions.Found;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pages of a run's predictions: of the file, only the rows of a page are read. */
@ApplicationScoped
class Predictions {

  @Inject StoredPredictions stored;
  @Inject PredictionIndexes indexes;
  @Inject PredictionReader reader;

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
    String sha256 = found.file().sha256();
    PredictionIndex index = indexes.of(sha256);
    refuse(split, index, answers);
    String scope = sha256 + " " + split + " " + answers;
    long after = parameters.after(scope).map(Cursor::id).orElse(-1L);
    int[] matching = index.rows(split, answers);
    int[] behind = Arrays.stream(matching).filter(row -> row > after).toArray();
    List<PredictionRow> items =
        reader.rows(sha256, Arrays.copyOf(behind, Math.min(behind.length, parameters.limit())));
    boolean more = behind.length > items.size();
    return new PredictionPage(
        run,
        found.computed(),
        found.dataset(),
        null,
        sha256,
        found.file().bytes(),
        index.counts(),
        List.copyOf(index.scores()),
        PredictionRow.judge(index.scores()),
        items,
        more ? new Cursor("", items.get(items.size() - 1).row()).encode(scope) : null,
        matching.length);
  }

  private static void refuse(String split, PredictionIndex index, Answers answers) {
    if (split != null && !index.splits().contains(split)) {
      throw ProblemException.invalidParameter(
          "split",
          split,
          "the run has no such split",
          "take one of " + String.join(", ", index.splits()) + ", or leave it out");
    }
    if (answers != Answers.ALL && PredictionRow.judge(index.scores()) == null) {
      throw ProblemException.invalidParameter(
          "answers",
          answers.name().toLowerCase(Locale.ROOT),
          "nothing here is simply right or wrong: the examples have "
              + String.join(", ", index.scores()),
          "leave it out");
    }
  }
}
