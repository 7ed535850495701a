package dev.hypersweep.sweeps.sampling.nsga;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The survivors: of the told trials, in their order, at most so many of the best by front, then by
 * crowding distance (Deb et al. 2002), the worst leaving whenever one joins.
 */
final class Population {

  private record Member(int index, double[] losses) {}

  private final int most;
  private final List<Member> members = new ArrayList<>();
  private int seen;

  /** Fronts from 0 and crowding distances of the members, computed when one joined. */
  private int[] fronts = new int[0];

  private double[] distances = new double[0];

  Population(int most) {
    this.most = most;
  }

  Population copy() {
    Population copy = new Population(most);
    copy.members.addAll(members);
    copy.seen = seen;
    copy.fronts = fronts;
    copy.distances = distances;
    return copy;
  }

  int size() {
    return members.size();
  }

  /** Takes in the told trials before an index. */
  void join(List<Trial> all, int end) {
    for (; seen < end; seen++) {
      if (all.get(seen).result() instanceof Result.Told told) {
        members.add(
            new Member(seen, told.losses().stream().mapToDouble(Double::doubleValue).toArray()));
        rank();
        if (members.size() > most) {
          members.remove(worst());
          rank();
        }
      }
    }
  }

  private int worst() {
    int worst = 0;
    for (int i = 1; i < members.size(); i++) {
      boolean behind = fronts[i] > fronts[worst];
      boolean closer = fronts[i] == fronts[worst] && distances[i] <= distances[worst];
      worst = behind || closer ? i : worst;
    }
    return worst;
  }

  /** The better of two at random, as an index of trials. */
  int parent(Draws draws) {
    int one = draws.below(members.size());
    int other = draws.below(members.size());
    boolean first =
        fronts[one] < fronts[other]
            || (fronts[one] == fronts[other] && distances[one] >= distances[other]);
    return members.get(first ? one : other).index();
  }

  private void rank() {
    int size = members.size();
    fronts = new int[size];
    Arrays.fill(fronts, -1);
    int placed = 0;
    for (int front = 0; placed < size; front++) {
      List<Integer> now = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        if (fronts[i] < 0 && isUndominated(i)) {
          now.add(i);
        }
      }
      for (int i : now) {
        fronts[i] = front;
      }
      placed += now.size();
    }
    distances = new double[size];
    for (int front = 0; crowd(front); front++) {}
  }

  private boolean isUndominated(int i) {
    for (int j = 0; j < members.size(); j++) {
      if (fronts[j] < 0 && dominates(members.get(j).losses(), members.get(i).losses())) {
        return false;
      }
    }
    return true;
  }

  private static boolean dominates(double[] one, double[] other) {
    boolean better = false;
    for (int k = 0; k < one.length; k++) {
      if (one[k] > other[k]) {
        return false;
      }
      better |= one[k] < other[k];
    }
    return better;
  }

  private boolean crowd(int front) {
    List<Integer> group = new ArrayList<>();
    for (int i = 0; i < fronts.length; i++) {
      if (fronts[i] == front) {
        group.add(i);
      }
    }
    if (group.isEmpty()) {
      return false;
    }
    int objectives = members.get(group.get(0)).losses().length;
    for (int k = 0; k < objectives; k++) {
      int objective = k;
      group.sort(Comparator.comparingDouble(i -> members.get(i).losses()[objective]));
      int last = group.size() - 1;
      double range = loss(group.get(last), k) - loss(group.get(0), k);
      distances[group.get(0)] = Double.POSITIVE_INFINITY;
      distances[group.get(last)] = Double.POSITIVE_INFINITY;
      for (int i = 1; i < last && range > 0; i++) {
        distances[group.get(i)] += (loss(group.get(i + 1), k) - loss(group.get(i - 1), k)) / range;
      }
    }
    return true;
  }

  private double loss(int member, int objective) {
    return members.get(member).losses()[objective];
  }
}
