package dev.hypersweep.sweeps.sampling.gp;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Grid;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Ranking;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.Trial;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.learning.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Bayesian optimisation: a Gaussian process with a Matérn kernel of smoothness 5/2 and a length
 * scale per parameter; the next point is the one of greatest expected improvement.
 *
 * <p>Failed trials count as the worst that was told, pruned ones as no better than the median. Of
 * many trials the best and the newest are looked at.
 */
public final class Gp implements Sampler {

  private static final int BEGINNING = 10;
  private static final int MOST = 240;

  /** Of the losses, from the best: they keep their shape. */
  private static final double SHARE = 0.75;

  /** While the number of trials doubles it is fitted again so many times. */
  private static final int FITS = 20;

  private static final int MOST_LISTED = 2000;

  private final Basis basis;
  private final UnitCube cube;
  private final Ranking ranking = new Ranking();
  private final Fit fit = new Fit();
  private History of;
  private final List<double[]> finite;

  /** Of a space and a seed. */
  public Gp(Space space, long seed) {
    this.basis = new Basis(space, seed);
    this.cube = basis.cube();
    OptionalLong bound = Grid.bound(space);
    this.finite =
        bound.isPresent() && bound.getAsLong() <= MOST_LISTED
            ? new Grid(space).points().stream().map(cube::encode).toList()
            : null;
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    int[] ranked = ranking.of(history);
    List<Trial> all = history.all();
    long told =
        IntStream.of(ranked)
            .filter(i -> Double.isFinite(loss(all.get(i))))
            .limit(BEGINNING)
            .count();
    if (told < BEGINNING || cube.size() == 0) {
      return basis.begin(history);
    }
    List<double[]> points = basis.points(history);
    if (history != of) {
      of = history;
      fit.forget();
    }
    Data data = data(all, points, used(ranked));
    double[][] running =
        IntStream.range(history.settled(), all.size())
            .filter(i -> all.get(i).isRunning())
            .mapToObj(points::get)
            .toArray(double[][]::new);
    int[] fitted = used(early(ranked));
    Hyperparameters parameters = fit.of(fitted, () -> data(all, points, fitted));
    Posterior posterior = new Posterior(data, running, parameters);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < data.size(); i++) {
      best = Math.min(best, posterior.meanAt(i));
    }
    Draws draws = basis.draws("gp", history);
    Maximisation search =
        new Maximisation(
            cube,
            new ExpectedImprovement(posterior, best),
            draws,
            point -> basis.proposals().isFresh(point, history));
    List<double[]> leaders = new ArrayList<>();
    for (int i = 0; i < Math.min(5, ranked.length); i++) {
      leaders.add(points.get(ranked[i]));
    }
    double[] lengths =
        Arrays.stream(parameters.weights()).map(weight -> 1 / Math.sqrt(weight)).toArray();
    List<double[]> left =
        finite == null
            ? null
            : finite.stream().filter(one -> basis.proposals().isFresh(one, history)).toList();
    return basis.proposals().first(search.best(leaders, lengths, left), history);
  }

  private Data data(List<Trial> all, List<double[]> points, int[] used) {
    return new Data(
        cube,
        IntStream.of(used).mapToObj(points::get).toArray(double[][]::new),
        Targets.of(losses(all, used), SHARE));
  }

  /**
   * The trials that hyperparameters are fitted to: all but the newest few, so that a fit serves for
   * some trials and a resumed search has the same one.
   */
  private static int[] early(int[] ranked) {
    int step = Math.max(1, Math.min(MOST, ranked.length) / FITS);
    int[] ordered = ranked.clone();
    Arrays.sort(ordered);
    int last = ordered[ordered.length - 1 - ordered.length % step];
    return IntStream.of(ranked).filter(i -> i <= last).toArray();
  }

  /** Which trials the process sees, in their order. */
  private static int[] used(int[] ranked) {
    if (ranked.length <= MOST) {
      return IntStream.of(ranked).sorted().toArray();
    }
    int[] best = Arrays.copyOf(ranked, MOST / 2);
    int[] rest = Arrays.copyOfRange(ranked, MOST / 2, ranked.length);
    Arrays.sort(rest);
    int[] newest = Arrays.copyOfRange(rest, rest.length - MOST / 2, rest.length);
    return IntStream.concat(IntStream.of(best), IntStream.of(newest)).sorted().toArray();
  }

  private static double[] losses(List<Trial> all, int[] used) {
    double[] told =
        IntStream.of(used)
            .mapToObj(all::get)
            .filter(trial -> trial.result() instanceof Result.Told)
            .mapToDouble(Gp::loss)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double worst = told.length == 0 ? 0 : told[told.length - 1];
    double median = told.length == 0 ? 0 : told[told.length / 2];
    return IntStream.of(used)
        .mapToDouble(
            i -> {
              double loss = loss(all.get(i));
              if (!Double.isFinite(loss)) {
                return loss == Double.NEGATIVE_INFINITY ? told[0] : worst;
              }
              return all.get(i).result() instanceof Result.Pruned ? Math.max(median, loss) : loss;
            })
        .toArray();
  }

  private static double loss(Trial trial) {
    if (trial.result() instanceof Result.Told told) {
      return told.losses().get(0);
    }
    return trial.result() instanceof Result.Pruned pruned
        ? pruned.loss()
        : Double.POSITIVE_INFINITY;
  }
}
