package dev.hypersweep.orchestrator.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.prediction.StoredPredictions.Found;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Pairs the runs of two sides, and refuses what cannot be compared. */
@ApplicationScoped
class ComparedRuns {

  private static final String RUN =
      """
      select r.id, r.seed, t.variant, t.configuration_hash, s.manifest
      from run r
      left join trial t on t.id = r.trial_id
      left join result s on s.run_id = coalesce(r.reused_from, r.id)
      where r.id = ?
      """;

  @Inject Sql sql;
  @Inject ObjectMapper mapper;
  @Inject StoredPredictions stored;

  /** A run with what it was. */
  record Run(long seed, String variant, String configuration, String manifest, Found found) {}

  /** Two runs of one pair. */
  record Pair(Run a, Run b) {}

  /**
   * The pairs: two single runs whatever their seeds, else the runs of equal seeds.
   *
   * @throws ProblemException naming what stands in the way
   */
  List<Pair> pairs(List<Long> a, List<Long> b) {
    List<Run> left = side("a", a);
    List<Run> right = side("b", b);
    refuseOtherClasses(left, right);
    if (left.size() == 1 && right.size() == 1) {
      return List.of(new Pair(left.get(0), right.get(0)));
    }
    Map<Long, Run> bySeed = new TreeMap<>();
    right.forEach(run -> bySeed.put(run.seed, run));
    List<Pair> pairs =
        left.stream()
            .sorted(Comparator.comparing(Run::seed))
            .filter(run -> bySeed.containsKey(run.seed))
            .map(run -> new Pair(run, bySeed.get(run.seed)))
            .toList();
    if (pairs.isEmpty()) {
      throw ProblemException.invalidParameter(
          "b",
          b,
          "no seed of these runs is one of A's, " + left.stream().map(Run::seed).toList(),
          "take runs of the same seeds, or one run on each side");
    }
    return pairs;
  }

  private List<Run> side(String name, List<Long> ids) {
    if (ids == null || ids.isEmpty()) {
      throw ProblemException.invalidParameter(
          name, null, "is missing", "name a run, for example " + name + "=17");
    }
    List<Run> runs = new ArrayList<>();
    for (Long id : ids.stream().distinct().toList()) {
      Found found = stored.of(id);
      if (found.file() == null) {
        throw ProblemException.invalidParameter(
            name, id, found.absent(), "take a run that has predictions");
      }
      runs.add(
          sql.first(
                  RUN,
                  row ->
                      new Run(
                          row.getLong("seed"),
                          row.getString("variant"),
                          row.getString("configuration_hash"),
                          row.getString("manifest"),
                          found),
                  id)
              .orElseThrow());
    }
    Run first = runs.get(0);
    for (Run run : runs) {
      boolean same =
          Objects.equals(run.configuration, first.configuration)
              && run.found.dataset().equals(first.found.dataset());
      if (!same || runs.stream().filter(other -> other.seed == run.seed).count() > 1) {
        throw ProblemException.invalidParameter(
            name,
            ids,
            "these are not the runs of one cell: one configuration on one dataset, each seed once",
            "take the runs of one cell, or a single run");
      }
    }
    return runs;
  }

  private void refuseOtherClasses(List<Run> left, List<Run> right) {
    Run first = left.get(0);
    List<Run> all = new ArrayList<>(left);
    all.addAll(right);
    for (Run run : all) {
      if (!first.found.comparabilityClass().equals(run.found.comparabilityClass())) {
        throw ProblemException.invalidParameter(
            "b",
            run.found.run(),
            "runs %d and %d are not of one comparability class: %s"
                .formatted(first.found.run(), run.found.run(), differences(first, run)),
            "take runs that were evaluated on the same data in the same way");
      }
    }
  }

  /** The fields of the class that differ, with both values. */
  private String differences(Run a, Run b) {
    JsonNode left = comparability(a);
    JsonNode right = comparability(b);
    List<String> found = new ArrayList<>();
    left.fields()
        .forEachRemaining(
            field -> {
              String other = right.path(field.getKey()).asText();
              if (!field.getValue().asText().equals(other)) {
                found.add(
                    field.getKey() + " " + cut(field.getValue().asText()) + " and " + cut(other));
              }
            });
    return String.join(", ", found);
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 12) + "..";
  }

  private JsonNode comparability(Run run) {
    try {
      return mapper.readTree(run.manifest).path("comparability");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("run " + run.found.run() + " has no readable manifest", e);
    }
  }
}
