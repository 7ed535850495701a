package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.submission.Form;
import dev.hypersweep.catalogue.submission.LabelSpelling;
import dev.hypersweep.catalogue.submission.SubmissionArchive;
import dev.hypersweep.catalogue.submission.SubmissionChecker;
import dev.hypersweep.catalogue.submission.SubmissionException;
import dev.hypersweep.catalogue.submission.SubmissionFault;
import dev.hypersweep.catalogue.submission.SubmissionFile;
import dev.hypersweep.catalogue.submission.SubmissionFormat;
import dev.hypersweep.catalogue.submission.SubmissionWriter;
import dev.hypersweep.catalogue.submission.TestAnswer;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.prediction.RunPredictions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.submission.BestRuns.Best;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes submissions of the test predictions of a sweep's best runs, or says what is missing. */
@ApplicationScoped
class Submissions {

  private static final int SHOWN_FAULTS = 3;

  @Inject Sql sql;
  @Inject BestRuns best;
  @Inject RunPredictions predictions;

  /** A report, and the answers of the tasks that are complete. */
  record Made(SubmissionReport report, Map<String, List<TestAnswer>> answers) {}

  private record Answered(SubmissionReport.Task task, List<TestAnswer> answers) {}

  /**
   * What there is.
   *
   * @param variant only its trials; null for all
   */
  Made of(SubmissionFormat format, long sweep, String variant) {
    if (sql.number("select count(*) from sweep where id = ?", sweep) == 0) {
      throw ProblemException.notFound("sweep", sweep);
    }
    refuseVariant(sweep, variant);
    List<SubmissionReport.Task> tasks = new ArrayList<>();
    Map<String, List<TestAnswer>> answers = new LinkedHashMap<>();
    for (SubmissionFile file : format.files()) {
      Answered answered = answered(file, sweep, variant);
      tasks.add(answered.task);
      if (answered.task.missing() == null) {
        answers.put(file.task(), answered.answers);
      }
    }
    boolean complete = tasks.stream().allMatch(task -> task.missing() == null);
    return new Made(
        new SubmissionReport(format.benchmark(), format.title(), sweep, variant, complete, tasks),
        answers);
  }

  /**
   * The archive.
   *
   * @throws ProblemException naming every task that is missing, and why
   */
  byte[] archive(SubmissionFormat format, long sweep, String variant) {
    Made made = of(format, sweep, variant);
    if (!made.report.complete()) {
      throw Incomplete.of(made.report);
    }
    return SubmissionArchive.of(format, made.answers);
  }

  private void refuseVariant(long sweep, String variant) {
    List<String> known =
        sql.list(
            "select distinct variant from trial where sweep_id = ? order by variant",
            row -> row.getString(1),
            sweep);
    if (variant != null && !known.contains(variant)) {
      throw ProblemException.invalidParameter(
          "variant",
          variant,
          "sweep " + sweep + " has no such variant",
          "take one of " + String.join(", ", known) + ", or leave it out");
    }
  }

  private Answered answered(SubmissionFile file, long sweep, String variant) {
    Answering answering = Answering.of(file);
    Dataset dataset = Datasets.named(answering.dataset()).orElseThrow();
    Optional<Best> found = best.of(sweep, dataset, variant);
    if (found.isEmpty()) {
      return missing(file, answering, null, noRun(answering, sweep, variant));
    }
    Best run = found.get();
    String absent = predictions.absent(run.run()).orElse(null);
    if (absent != null) {
      return missing(file, answering, run, absent);
    }
    boolean numbered = file.form() == Form.JSON_NUMBER;
    List<TestAnswer> answers = new ArrayList<>();
    TreeSet<String> splits = new TreeSet<>();
    predictions.each(
        run.run(),
        row -> {
          splits.add(row.split());
          if (row.split().equals(answering.split())) {
            answers.add(
                new TestAnswer(
                    row.id(), LabelSpelling.of(dataset, row.input(), row.output(), numbered)));
          }
        });
    if (answers.isEmpty()) {
      return missing(file, answering, run, noSplit(answering, run, splits));
    }
    List<SubmissionFault> faults = faults(file, answers);
    String why = faults.isEmpty() ? null : words(faults);
    return new Answered(task(file, answering, run, answers.size(), why), answers);
  }

  private static List<SubmissionFault> faults(SubmissionFile file, List<TestAnswer> answers) {
    try {
      return SubmissionChecker.check(file, SubmissionWriter.text(file, answers));
    } catch (SubmissionException e) {
      return e.faults();
    }
  }

  private static String words(List<SubmissionFault> faults) {
    String first =
        String.join("; ", faults.stream().limit(SHOWN_FAULTS).map(SubmissionFault::what).toList());
    int more = faults.size() - SHOWN_FAULTS;
    return more > 0 ? first + "; and " + more + " more faults" : first;
  }

  private String noRun(Answering answering, long sweep, String variant) {
    long planned = best.planned(sweep, answering.dataset(), variant);
    String of = variant == null ? "" : " of variant " + variant;
    return planned == 0
        ? "sweep %d has no run%s on %s".formatted(sweep, of, answering.dataset())
        : "none of the %d runs%s on %s has succeeded with all of its metrics"
            .formatted(planned, of, answering.dataset());
  }

  private static String noSplit(Answering answering, Best run, TreeSet<String> splits) {
    Optional<String> partial =
        splits.stream().filter(name -> name.startsWith(answering.split() + "[")).findFirst();
    return partial
        .map(
            name ->
                "run %d had only a part of the test split: %s; bring the whole file"
                    .formatted(run.run(), name))
        .orElseGet(
            () ->
                "run %d predicted %s and not %s; set predict_test: on, with the test split's file there"
                    .formatted(run.run(), String.join(", ", splits), answering.split()));
  }

  private static Answered missing(SubmissionFile file, Answering answering, Best run, String why) {
    return new Answered(task(file, answering, run, 0, why), List.of());
  }

  private static SubmissionReport.Task task(
      SubmissionFile file, Answering answering, Best run, int answers, String why) {
    return new SubmissionReport.Task(
        file.task(),
        file.name(),
        answering.dataset(),
        answering.split(),
        run == null ? null : (Long) run.run(),
        run == null ? null : (Integer) run.trial(),
        run == null ? null : (Double) run.score(),
        answers,
        file.examples(),
        why);
  }
}
