package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.train.LoadedRun;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** {@code bench load}: does training ever wait for its data? */
public final class BenchLoad {

  /** For the command's usage. */
  public static final String USAGE =
      """
      usage: ./hypersweep bench load [--dataset NAME] [--variant NAME] [--set SETTING=VALUE ..]
                   [--threads N] [--rounds N] [--steps K] [--json]

      How many examples and tokens a second come out of the cache in batches, and how many the same
      settings train on, in turns; medians over the rounds. A batch is token numbers of the examples;
      to pad them into tensors is part of training. Seconds are the processor's, so that what
      else runs on the machine does not count: those of the one thread that loads, and of training
      its threads' together divided by their number, as if none ever waited. Exit status 1 unless
      loading is at least four times as fast. What comes first is how long it takes to be ready, and
      whether the tokens were made for it or read; HYPERSWEEP_HOME=$(mktemp -d) has an empty cache.
      The standard is wordnet/noun-supersense with the settings of dense on one thread.""";

  private static final double ENOUGH = 4;
  private static final int LOADED_PER_TRAINED = 20;

  private BenchLoad() {}

  /** A side's examples and tokens per second, round by round. */
  private record Rates(List<Double> examples, List<Double> tokens) {

    Rates() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** A side works through steps, its processor time shared by so many threads. */
    void measure(LongFunction<LoadedRun.Amount> work, long from, long steps, int threads) {
      double began = ProcessorTime.seconds();
      LoadedRun.Amount all = new LoadedRun.Amount(0, 0);
      for (long step = from; step < from + steps; step++) {
        all = all.plus(work.apply(step));
      }
      double seconds = (ProcessorTime.seconds() - began) / threads;
      examples.add(all.examples() / seconds);
      tokens.add(all.tokens() / seconds);
    }
  }

  /** Processor seconds from files to the first batch, and the tables that were made for it. */
  private record Ready(double seconds, long made) {}

  /**
   * @return exit status: 0, or 1 if loading is not fast enough
   * @throws IllegalArgumentException for an argument that does not fit
   */
  public static int run(List<String> arguments, PrintStream out) throws IOException {
    Arguments given = new Arguments(arguments);
    int rounds = given.number("--rounds", 7, 1);
    int steps = given.number("--steps", 20, 1);
    boolean json = given.flag("--json");
    RunSpecification specification = specification(given);
    given.refuseRest();
    int threads = specification.resources().threads();
    Rates loading = new Rates();
    Rates training = new Rates();
    Ready ready;
    TokenCache cache = TokenCache.ofEnvironment();
    long kept = cache.size();
    double began = ProcessorTime.seconds();
    try (LoadedRun run = LoadedRun.of(specification, Corpora.ofEnvironment())) {
      run.load(1);
      ready = new Ready(ProcessorTime.seconds() - began, cache.size() - kept);
      run.train(1); // what is made once is made now
      new Rates().measure(run::load, 1, steps, 1);
      for (int round = 0; round < rounds; round++) {
        long from = 1 + (long) round * steps;
        loading.measure(run::load, from * LOADED_PER_TRAINED, (long) steps * LOADED_PER_TRAINED, 1);
        training.measure(run::train, from, steps, threads);
      }
    }
    Medians ratio = Medians.ofRatios(loading.examples(), training.examples());
    if (json) {
      json(specification, loading, training, ratio, ready, out);
    } else {
      table(specification, loading, training, ratio, ready, out);
    }
    return ratio.median() >= ENOUGH ? 0 : 1;
  }

  private static RunSpecification specification(Arguments given) {
    String dataset = given.text("--dataset", "wordnet/noun-supersense");
    String variant = given.text("--variant", "dense");
    int threads = given.number("--threads", 1, 1);
    TreeMap<String, Object> settings = new TreeMap<>();
    for (String set = given.text("--set", null); set != null; set = given.text("--set", null)) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--set: " + set + " is not of the form SETTING=VALUE");
      }
      settings.put(set.substring(0, equals), value(set.substring(equals + 1)));
    }
    return new RunSpecification(
        dataset, null, variant, settings, 0, new Resources("cpu", threads, 0));
  }

  private static Object value(String text) {
    try {
      double number = Double.parseDouble(text);
      return number == Math.rint(number) ? (Object) (long) number : number;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static void table(
      RunSpecification run,
      Rates loading,
      Rates training,
      Medians ratio,
      Ready ready,
      PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s on %s, %d thread%s; ready after %.2f s of processor time, %s%n",
        run.variant(),
        run.dataset(),
        run.resources().threads(),
        run.resources().threads() == 1 ? "" : "s",
        ready.seconds(),
        ready.made() > 0 ? "its tokens made" : "its tokens read from the cache");
    row("loading", loading, out);
    row("training", training, out);
    out.printf(
        Locale.ROOT,
        "loading is %.0f times as fast (%.0f to %.0f), %.0f asked%n",
        ratio.median(),
        ratio.least(),
        ratio.greatest(),
        ENOUGH);
  }

  private static void row(String name, Rates rates, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-8s %,12.0f examples/s %,14.0f tokens/s%n",
        name,
        Medians.of(rates.examples()).median(),
        Medians.of(rates.tokens()).median());
  }

  private static void json(
      RunSpecification run,
      Rates loading,
      Rates training,
      Medians ratio,
      Ready ready,
      PrintStream out) {
    line(run, "loading", loading, out);
    line(run, "training", training, out);
    ObjectNode line = line(run, "ratio");
    line.put("figure", ratio.median()).put("unit", "loading over training");
    line.put("least", ratio.least()).put("greatest", ratio.greatest());
    line.put("asked", ENOUGH).put("ready_processor_seconds", ready.seconds());
    line.put("cache", ready.made() > 0 ? "cold" : "warm");
    out.println(line);
  }

  private static void line(RunSpecification run, String view, Rates rates, PrintStream out) {
    ObjectNode line = line(run, view);
    line.put("figure", Medians.of(rates.examples()).median()).put("unit", "examples/processor s");
    line.put("tokens_per_second", Medians.of(rates.tokens()).median());
    out.println(line);
  }

  private static ObjectNode line(RunSpecification run, String view) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("peer", Side.HYPERSWEEP).put("version", Side.VERSION).put("script", "bench load");
    line.put("mode", run.variant()).put("view", view).put("target", run.dataset());
    return line;
  }
}
