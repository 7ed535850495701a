package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Excluded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which results a board counts. Nothing is left out silently: what is not counted is in {@code
 * excluded} with its reason.
 *
 * @param protocol the one evaluation protocol shown; null if there is none
 * @param protocols newest result of each protocol, the newest protocol first
 * @param results number of results per protocol
 * @param shown newest result of the class shown, per dataset
 * @param counted results in rows, oldest first: at most one per configuration, dataset and seed
 */
record Selection(
    String protocol,
    List<StoredResult> protocols,
    Map<String, Integer> results,
    Map<String, StoredResult> shown,
    List<StoredResult> counted,
    List<Excluded> excluded) {

  private static final String PRUNED = "pruned before the last step";
  private static final String NO_VALUE = "no value of a metric that the board asks for";
  private static final String TWICE = "the same fingerprint was computed before";
  private static final String OTHER_PROTOCOL =
      "another evaluation protocol (trainer, evaluation batch, dtype or preprocessing)";
  private static final String OTHER_CLASS =
      "%s: an older comparability class (data, split or metric version)";
  private static final String SAME_SEED =
      "the same seed is counted already, computed on another device or thread count";

  /**
   * Sifts results.
   *
   * @param measures that a result must have, by dataset
   * @param wanted protocol to show, or null for that of the newest result
   */
  static Selection of(List<StoredResult> stored, Map<String, Set<String>> measures, String wanted) {
    Map<String, Integer> excluded = new LinkedHashMap<>();
    List<StoredResult> usable = usable(stored, measures, excluded);
    Map<String, StoredResult> newest = new HashMap<>();
    Map<String, Integer> results = new HashMap<>();
    for (StoredResult result : usable) {
      newest.put(result.evaluationProtocol(), result);
      results.merge(result.evaluationProtocol(), 1, Integer::sum);
    }
    List<StoredResult> protocols =
        newest.values().stream().sorted(StoredResult.BY_AGE.reversed()).toList();
    String protocol =
        wanted != null || protocols.isEmpty() ? wanted : protocols.get(0).evaluationProtocol();

    List<StoredResult> inside = new ArrayList<>();
    Map<String, StoredResult> shown = new TreeMap<>();
    for (StoredResult result : usable) {
      if (result.evaluationProtocol().equals(protocol)) {
        inside.add(result);
        shown.put(result.dataset(), result);
      } else {
        excluded.merge(OTHER_PROTOCOL, 1, Integer::sum);
      }
    }
    List<StoredResult> counted = counted(inside, shown, excluded);
    return new Selection(protocol, protocols, results, shown, counted, reasons(excluded));
  }

  /** Oldest first, so that a number on the board stays when the same run is computed again. */
  private static List<StoredResult> usable(
      List<StoredResult> stored, Map<String, Set<String>> measures, Map<String, Integer> excluded) {
    Set<String> fingerprints = new HashSet<>();
    List<StoredResult> usable = new ArrayList<>();
    for (StoredResult result : stored.stream().sorted(StoredResult.BY_AGE).toList()) {
      if (result.pruned()) {
        excluded.merge(PRUNED, 1, Integer::sum);
      } else if (!result.readings().keySet().containsAll(measures.get(result.dataset()))) {
        excluded.merge(NO_VALUE, 1, Integer::sum);
      } else if (result.fingerprint() != null && !fingerprints.add(result.fingerprint())) {
        excluded.merge(TWICE, 1, Integer::sum);
      } else {
        usable.add(result);
      }
    }
    return usable;
  }

  /** Two executions of one seed are not two draws: together they would narrow the intervals. */
  private static List<StoredResult> counted(
      List<StoredResult> inside, Map<String, StoredResult> shown, Map<String, Integer> excluded) {
    record Place(String configuration, String dataset, long seed) {}
    Set<Place> taken = new HashSet<>();
    List<StoredResult> counted = new ArrayList<>();
    for (StoredResult result : inside) {
      String shownClass = shown.get(result.dataset()).comparabilityClass();
      if (!result.comparabilityClass().equals(shownClass)) {
        excluded.merge(OTHER_CLASS.formatted(result.dataset()), 1, Integer::sum);
      } else if (!taken.add(new Place(result.configuration(), result.dataset(), result.seed()))) {
        excluded.merge(SAME_SEED, 1, Integer::sum);
      } else {
        counted.add(result);
      }
    }
    return counted;
  }

  private static List<Excluded> reasons(Map<String, Integer> excluded) {
    return new TreeMap<>(excluded)
        .entrySet().stream().map(entry -> new Excluded(entry.getKey(), entry.getValue())).toList();
  }
}
