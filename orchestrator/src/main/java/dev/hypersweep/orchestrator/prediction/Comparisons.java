package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.page.Cursor;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.prediction.ComparedRuns.Pair;
import dev.hypersweep.orchestrator.prediction.ComparedRuns.Run;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.statistics.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares two sides example by example. */
@ApplicationScoped
class Comparisons {

  private static final double CONFIDENCE = 0.95;
  private static final Set<String> LESS_IS_BETTER = Set.of("squared_error", "nll", "tokens");

  /** Which examples are listed. */
  enum Shown {
    DIFFERENT,
    A,
    B
  }

  @Inject ComparedRuns runs;
  @Inject PredictionReader reader;

  /** What is read of one side, of each of its runs. */
  private record Sheet(String group, Map<String, Double> scores) {}

  /**
   * The comparison.
   *
   * @param split null for the first that has scores
   * @param score null for what says right or wrong, else the dataset's most telling one
   */
  Comparison of(
      List<Long> a,
      List<Long> b,
      String split,
      String score,
      Shown shown,
      PageParameters parameters) {
    List<Pair> pairs = runs.pairs(a, b);
    List<Map<String, Map<String, Sheet>>> left = sheets(pairs, Pair::a);
    List<Map<String, Map<String, Sheet>>> right = sheets(pairs, Pair::b);
    List<String> splits = splits(left.get(0));
    String chosenSplit = chosen("split", split, splits, splits.get(0));
    List<String> scores = scores(left.get(0).get(chosenSplit));
    String judge = PredictionRow.judge(scores);
    String chosenScore = chosen("score", score, scores, judge != null ? judge : scores.get(0));

    PairedScores paired = new PairedScores(pairs.size());
    long unmatched = pair(paired, left, right, chosenSplit, chosenScore);
    if (paired.examples().isEmpty()) {
      throw ProblemException.invalidParameter(
          "b", b, "no example is scored on both sides", "take runs on the same examples");
    }
    boolean higher = higherIsBetter(chosenScore);
    List<PairedScores.Example> different =
        paired.examples().stream().filter(one -> shown(one, shown, higher)).toList();
    String scope = "compare " + a + b + chosenSplit + chosenScore + shown;
    int from = parameters.after(scope).map(cursor -> (int) cursor.id()).orElse(0);
    List<PairedScores.Example> page =
        different.stream().skip(from).limit(parameters.limit()).toList();
    int to = from + page.size();
    Interval interval = paired.interval(CONFIDENCE);
    return new Comparison(
        side(pairs, Pair::a, paired.meanA()),
        side(pairs, Pair::b, paired.meanB()),
        pairs.get(0).a().found().dataset(),
        chosenSplit,
        splits,
        chosenScore,
        scores,
        higher,
        pairs.size(),
        paired.examples().size(),
        unmatched,
        paired.counts(),
        paired.meanA() - paired.meanB(),
        interval.low(),
        interval.high(),
        paired.unit(),
        paired.size(),
        paired.test(),
        paired.p(),
        items(pairs, chosenSplit, page),
        to < different.size() ? new Cursor("", to).encode(scope) : null,
        different.size());
  }

  private List<Map<String, Map<String, Sheet>>> sheets(List<Pair> pairs, Function<Pair, Run> side) {
    return pairs.stream()
        .map(
            pair -> {
              Map<String, Map<String, Sheet>> bySplit = new LinkedHashMap<>();
              reader.read(
                  side.apply(pair).found().file().sha256(),
                  row -> {
                    if (!row.scores().isEmpty()) {
                      bySplit
                          .computeIfAbsent(row.split(), name -> new LinkedHashMap<>())
                          .put(row.id(), new Sheet(row.group(), row.scores()));
                    }
                    return true;
                  });
              return bySplit;
            })
        .toList();
  }

  private static List<String> splits(Map<String, Map<String, Sheet>> sheets) {
    if (sheets.isEmpty()) {
      throw ProblemException.invalidParameter(
          "a", null, "no example of this run has a score", "take a run on a split with answers");
    }
    return List.copyOf(sheets.keySet());
  }

  private static List<String> scores(Map<String, Sheet> sheets) {
    Set<String> names = new TreeSet<>();
    sheets.values().forEach(sheet -> names.addAll(sheet.scores().keySet()));
    // Counts are no scores.
    names.remove("tokens");
    List<String> ordered = new ArrayList<>();
    names.stream().filter(Comparisons::telling).forEach(ordered::add);
    names.stream().filter(name -> !telling(name)).forEach(ordered::add);
    return ordered;
  }

  private static boolean telling(String name) {
    return !LESS_IS_BETTER.contains(name);
  }

  private static String chosen(
      String parameter, String value, Collection<String> known, String standard) {
    if (value == null || value.isEmpty()) {
      return standard;
    }
    if (!known.contains(value)) {
      throw ProblemException.invalidParameter(
          parameter,
          value,
          "is not there",
          "take one of " + String.join(", ", known) + ", or leave it out");
    }
    return value;
  }

  private static long pair(
      PairedScores paired,
      List<Map<String, Map<String, Sheet>>> left,
      List<Map<String, Map<String, Sheet>>> right,
      String split,
      String score) {
    Set<String> ids = new LinkedHashSet<>();
    left.forEach(sheets -> ids.addAll(sheets.getOrDefault(split, Map.of()).keySet()));
    right.forEach(sheets -> ids.addAll(sheets.getOrDefault(split, Map.of()).keySet()));
    long unmatched = 0;
    for (String id : ids) {
      double[] a = values(left, split, id, score);
      double[] b = values(right, split, id, score);
      if (a == null || b == null) {
        unmatched++;
      } else {
        paired.add(id, left.get(0).get(split).get(id).group(), a, b);
      }
    }
    return unmatched;
  }

  private static double[] values(
      List<Map<String, Map<String, Sheet>>> sheets, String split, String id, String score) {
    double[] values = new double[sheets.size()];
    for (int i = 0; i < values.length; i++) {
      Sheet sheet = sheets.get(i).getOrDefault(split, Map.of()).get(id);
      Double value = sheet == null ? null : sheet.scores().get(score);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  private static boolean higherIsBetter(String score) {
    return Metric.named(score).map(Metric::higherIsBetter).orElse(!LESS_IS_BETTER.contains(score));
  }

  private static boolean shown(PairedScores.Example example, Shown shown, boolean higher) {
    double a = higher ? example.a() : -example.a();
    double b = higher ? example.b() : -example.b();
    return switch (shown) {
      case DIFFERENT -> a != b;
      case A -> a > b;
      case B -> b > a;
    };
  }

  private static ComparedSide side(List<Pair> pairs, Function<Pair, Run> side, double mean) {
    Run first = side.apply(pairs.get(0));
    return new ComparedSide(
        first.variant(),
        first.configuration(),
        pairs.stream().map(pair -> side.apply(pair).found().run()).toList(),
        pairs.stream().map(pair -> side.apply(pair).seed()).toList(),
        mean);
  }

  /** The texts are read only now, of the examples shown. */
  private List<Comparison.Difference> items(
      List<Pair> pairs, String split, List<PairedScores.Example> page) {
    Set<String> wanted = new TreeSet<>(page.stream().map(PairedScores.Example::id).toList());
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Map<String, PredictionRow>> left = new ArrayList<>();
    List<Map<String, PredictionRow>> right = new ArrayList<>();
    for (Pair pair : pairs) {
      left.add(rows(pair.a(), split, wanted));
      right.add(rows(pair.b(), split, wanted));
    }
    return page.stream()
        .map(
            one -> {
              PredictionRow row = left.get(0).get(one.id());
              return new Comparison.Difference(
                  one.id(),
                  one.group(),
                  row.input(),
                  row.references(),
                  left.stream().map(rows -> rows.get(one.id()).output()).toList(),
                  right.stream().map(rows -> rows.get(one.id()).output()).toList(),
                  one.a(),
                  one.b());
            })
        .toList();
  }

  private Map<String, PredictionRow> rows(Run run, String split, Set<String> wanted) {
    Map<String, PredictionRow> rows = new HashMap<>();
    reader.read(
        run.found().file().sha256(),
        row -> {
          if (row.split().equals(split) && wanted.contains(row.id())) {
            rows.put(row.id(), row);
          }
          return rows.size() < wanted.size();
        });
    return rows;
  }
}
