package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Budget;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.SweepDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Who samples a space, and how many points it may take.
 *
 * @param space the space
 * @param sampler its own sampler
 * @param trials points at most; the sampler may have fewer
 * @param learns whether the points depend on what became of earlier ones
 */
public record Allotment(SearchSpace space, Sampler sampler, long trials, boolean learns) {

  /** Runs of a sweep; more is a mistake rather than a plan. */
  public static final long MOST_RUNS = 100_000;

  /**
   * The allotments of all spaces of a sweep, with equal budgets. {@code auto} is the grid where the
   * space is finite and its grid fits the budget, else the sampler of that name; a space without
   * parameters has one point under every sampler.
   *
   * @throws PlanFault if the budget does not fit, a space is empty, or there are too many runs
   */
  public static List<Allotment> of(SweepDefinition definition) throws PlanFault {
    List<SearchSpace> spaces = SearchSpace.of(definition);
    long runsPerTrial = product(definition.datasets().size(), definition.seeds().size());
    long limit = limit(definition, runsPerTrial, spaces.size());
    List<Allotment> allotments = new ArrayList<>();
    long trials = 0;
    for (SearchSpace space : spaces) {
      Allotment allotment = of(space, limit).after(definition.points());
      trials += allotment.trials();
      refuseTooMany(definition, trials, runsPerTrial);
      if (allotment.sampler().next(new History()).isEmpty()) {
        boolean constrained = !definition.constraints().isEmpty();
        throw new PlanFault(
            List.of(constrained ? "constraints" : "parameters"),
            "no point found for " + space.name() + " that keeps all constraints",
            "loosen the constraints, or widen the parameters");
      }
      allotments.add(allotment);
    }
    return allotments;
  }

  /** The same, with points of its variant before the sampler's own. */
  private Allotment after(List<SortedMap<String, Object>> points) {
    List<SortedMap<String, Object>> own = points.stream().filter(space::takes).toList();
    long seed = space.definition().sampler().seed();
    return new Allotment(space, PointsFirst.of(own, space, seed, sampler), trials, learns);
  }

  private static long limit(SweepDefinition definition, long runsPerTrial, int spaces)
      throws PlanFault {
    Budget budget = definition.budget();
    long limit = budget.trials() == null ? Long.MAX_VALUE : budget.trials();
    if (budget.runs() == null) {
      return limit;
    }
    long round = product(runsPerTrial, spaces);
    if (budget.runs() < round) {
      throw new PlanFault(
          List.of("budget", "runs"),
          "one trial of each variant takes " + round + " runs",
          "write runs: " + round + " or more, or fewer seeds or datasets");
    }
    return Math.min(limit, budget.runs() / round);
  }

  private static Allotment of(SearchSpace space, long limit) throws PlanFault {
    if (space.parameters().isEmpty()) {
      return grid(space, new Grid(space), 1);
    }
    OptionalLong bound = Grid.bound(space);
    boolean listable = bound.isPresent() && bound.getAsLong() <= MOST_RUNS;
    SamplerChoice choice = space.definition().sampler();
    boolean grid = choice.name().equals(SamplerChoice.GRID);
    if (grid && !listable) {
      throw notListable(space, bound);
    }
    if (listable && (grid || choice.name().equals(SamplerChoice.AUTO))) {
      Grid points = new Grid(space);
      if (points.size() <= limit) {
        return grid(space, points, points.size());
      }
      if (grid) {
        throw tooLarge(space, points, limit);
      }
    }
    if (limit == Long.MAX_VALUE) {
      throw new PlanFault(
          List.of("budget", "trials"),
          "nothing says how many points to try for " + space.name(),
          "add budget: {trials: 20}");
    }
    long trials = bound.isPresent() ? Math.min(limit, bound.getAsLong()) : limit;
    int asked = (int) Math.min(trials, MOST_RUNS);
    boolean several = space.definition().hasSeveralObjectives();
    String name = several && choice.name().equals(SamplerChoice.AUTO) ? "nsga2" : choice.name();
    Sampler sampler = Samplers.named(name, space, choice.seed(), asked);
    return new Allotment(space, sampler, trials, choice.learns());
  }

  private static Allotment grid(SearchSpace space, Grid points, long trials) {
    return new Allotment(space, points, trials, false);
  }

  private static PlanFault tooLarge(SearchSpace space, Grid points, long limit) {
    boolean byTrials = space.definition().budget().trials() != null;
    return new PlanFault(
        List.of("budget", byTrials ? "trials" : "runs"),
        "the grid of "
            + space.name()
            + " has "
            + points.size()
            + " points, of which "
            + limit
            + " fit the budget",
        "raise the budget, or write sampler: {name: auto}, or random");
  }

  private static PlanFault notListable(SearchSpace space, OptionalLong bound) {
    if (bound.isPresent()) {
      return new PlanFault(
          List.of("parameters"),
          "the grid of " + space.name() + " has more than " + MOST_RUNS + " points",
          "list fewer values, or write sampler: {name: auto} and budget: {trials: 20}");
    }
    String endless =
        space.parameters().stream()
            .filter(parameter -> parameter.domain().size().isEmpty())
            .map(Parameter::name)
            .findFirst()
            .orElseThrow();
    return new PlanFault(
        List.of("parameters", endless),
        "a grid cannot list a range without a step",
        "add step, or list choices, or write sampler: {name: auto}");
  }

  private static void refuseTooMany(SweepDefinition definition, long trials, long runsPerTrial)
      throws PlanFault {
    long runs = product(trials, runsPerTrial);
    if (runs > MOST_RUNS) {
      boolean budgeted = definition.budget().trials() != null;
      throw new PlanFault(
          budgeted ? List.of("budget", "trials") : List.of("seeds"),
          trials
              + " trials or more on "
              + definition.datasets().size()
              + " datasets with "
              + definition.seeds().size()
              + " seeds are more than "
              + MOST_RUNS
              + " runs",
          "ask for fewer trials, seeds or datasets");
    }
  }

  /** The product, or the greatest long if it is greater. */
  static long product(long one, long other) {
    try {
      return Math.multiplyExact(one, other);
    } catch (ArithmeticException overflow) {
      return Long.MAX_VALUE;
    }
  }
}
