package dev.hypersweep.sweeps.sampling.tpe;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Ranking;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.learning.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tree-structured Parzen estimator (Bergstra et al. 2011), multivariate (Falkner et al. 2018): of
 * some draws from the density of the best tenth of the trials, the one where that density is
 * greatest beside the density of the others. Running trials count among the others (constant liar).
 *
 * <p>Old trials among the others count less, and of many only some are looked at, so that the time
 * of a suggestion does not grow with the history.
 */
public final class Tpe implements Sampler {

  private static final int BEGINNING = 10;
  private static final int CANDIDATES = 24;
  private static final int MOST_GOOD = 25;
  private static final double SHARE = 0.1;

  /** The newest of the others count fully. */
  private static final int RECENT = 25;

  private static final int MOST_OTHERS = 400;

  private final Basis basis;
  private final UnitCube cube;
  private final Ranking ranking = new Ranking();

  /** Of a space and a seed. */
  public Tpe(Space space, long seed) {
    this.basis = new Basis(space, seed);
    this.cube = basis.cube();
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    int[] ranked = ranking.of(history);
    if (ranked.length < BEGINNING || cube.size() == 0) {
      return basis.begin(history);
    }
    List<double[]> points = basis.points(history);
    int good = (int) Math.min(MOST_GOOD, Math.ceil(SHARE * ranked.length));
    boolean[] isGood = new boolean[points.size()];
    List<double[]> best = new ArrayList<>();
    for (int i = 0; i < good; i++) {
      isGood[ranked[i]] = true;
      best.add(points.get(ranked[i]));
    }
    double[] even = new double[good];
    Arrays.fill(even, 1);
    Parzen below = new Parzen(cube, best, even);
    Parzen above = others(points, isGood);
    Draws draws = basis.draws("tpe", history);
    TreeMap<Double, double[]> scored = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < CANDIDATES; i++) {
      double[] point = below.draw(draws);
      scored.putIfAbsent(below.log(point) - above.log(point), point);
    }
    return basis.proposals().first(scored.values(), history);
  }

  /** The density of all but the good ones: the newest, and of the older ones evenly some. */
  private Parzen others(List<double[]> points, boolean[] isGood) {
    int count = 0;
    for (boolean one : isGood) {
      count += one ? 0 : 1;
    }
    int newest = Math.min(count, MOST_OTHERS / 2);
    int older = Math.min(count - newest, MOST_OTHERS / 2);
    List<double[]> chosen = new ArrayList<>();
    double[] weights = new double[older + newest];
    int place = 0;
    for (int i = 0; i < points.size(); i++) {
      if (isGood[i]) {
        continue;
      }
      boolean isNew = place >= count - newest;
      long before = (long) place * older / Math.max(1, count - newest);
      long after = (long) (place + 1) * older / Math.max(1, count - newest);
      if (isNew || after > before) {
        double each = isNew ? 1 : (double) (count - newest) / older;
        weights[chosen.size()] = each * weight(place, count);
        chosen.add(points.get(i));
      }
      place++;
    }
    return new Parzen(cube, chosen, weights);
  }

  private static double weight(int place, int count) {
    if (place >= count - RECENT) {
      return 1;
    }
    double least = 1.0 / count;
    int old = count - RECENT;
    return old == 1 ? least : least + (1 - least) * place / (old - 1);
  }
}
