package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Experiment of Kubeflow's Katib: objective, algorithm and parameters below {@code spec}, each
 * parameter with its feasible space, whose numbers stand in quotes (Katib's guide to experiments).
 */
final class Katib implements Format {

  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry("random", "random"),
          Map.entry("grid", "grid"),
          Map.entry("tpe", "tpe"),
          Map.entry("multivariate-tpe", "tpe"),
          Map.entry("bayesianoptimization", "gp"),
          Map.entry("cmaes", "cmaes"),
          Map.entry("sobol", "sobol"));

  @Override
  public String word() {
    return "katib";
  }

  @Override
  public boolean recognises(Node.Mapping text) {
    return Format.text(text, "apiVersion").orElse("").startsWith("kubeflow.org/")
        || (Format.text(text, "kind").orElse("").equals("Experiment")
            && text.fields().containsKey("spec"));
  }

  @Override
  public void read(Node.Mapping text, Imported into) {
    Format.field(text, "metadata")
        .flatMap(one -> Format.text(one, "name"))
        .ifPresent(name -> into.field("name", name));
    if (!(Format.field(text, "spec").orElse(null) instanceof Node.Mapping spec)) {
      into.lost(text, "spec", "there is no spec");
      return;
    }
    spec.fields().forEach((name, field) -> field(name, field, into));
  }

  private static void field(String name, Node.Field field, Imported into) {
    String path = "spec." + name;
    Node value = field.value();
    switch (name) {
      case "objective" -> {
        Metrics.carry(value, path, "objectiveMetricName", "type", into);
        Format.field(value, "additionalMetricNames")
            .ifPresent(
                one ->
                    into.lost(one, path + ".additionalMetricNames", "all metrics are kept anyway"));
      }
      case "algorithm" -> algorithm(value, path, into);
      case "maxTrialCount" ->
          Format.number(value)
              .ifPresent(
                  most -> into.field("budget", new TreeMap<>(Map.of("trials", most.longValue()))));
      case "parameters" -> {
        List<Node> items = value instanceof Node.Sequence list ? list.items() : List.of();
        for (int i = 0; i < items.size(); i++) {
          parameter(items.get(i), path + "[" + i + "]", into);
        }
      }
      case "earlyStopping" ->
          into.lost(
              field.key(),
              path,
              "its stopping rule is not carried over: choose one, for example pruner: {name: median}");
      case "parallelTrialCount" ->
          into.lost(field.key(), path, "as many runs go at a time as there are workers: left out");
      case "trialTemplate", "metricsCollectorSpec", "nasConfig", "resumePolicy" ->
          into.lost(
              field.key(), path, "how a run is started is not part of a definition: left out");
      default -> into.lost(field.key(), path, "not carried over");
    }
  }

  private static void algorithm(Node node, String path, Imported into) {
    String name = Format.text(node, "algorithmName").orElse("");
    String sampler = ALGORITHMS.get(name);
    if (sampler == null) {
      into.lost(node, path, "the algorithm " + name + " is no sampler of ours: auto instead");
    }
    Map<String, Object> chosen = new TreeMap<>(Map.of("name", sampler == null ? "auto" : sampler));
    for (Node setting : Format.items(node, "algorithmSettings")) {
      Optional<Double> value = Format.number(setting, "value");
      boolean seed = Format.text(setting, "name").filter("random_state"::equals).isPresent();
      if (seed && value.isPresent() && value.get() >= 0) {
        chosen.put("seed", value.get().longValue());
      } else {
        into.lost(
            setting,
            path + ".algorithmSettings",
            Format.text(setting, "name").orElse("?") + " is not carried over");
      }
    }
    into.field("sampler", chosen);
  }

  private static void parameter(Node node, String path, Imported into) {
    String name = Format.text(node, "name").orElse("");
    if (name.isEmpty()) {
      into.lost(node, path, "a parameter without a name: left out");
      return;
    }
    Domains domains = new Domains(into, node, path + " (" + name + ")", name);
    String type = Format.text(node, "parameterType").orElse("");
    Node space = Format.field(node, "feasibleSpace").orElse(node);
    if (type.equals("categorical")) {
      domains.choices(false, Format.items(space, "list"));
      return;
    }
    if (type.equals("discrete")) {
      domains.choices(true, numbers(Format.items(space, "list")));
      return;
    }
    Optional<Double> low = Format.number(space, "min");
    Optional<Double> high = Format.number(space, "max");
    if (low.isEmpty() || high.isEmpty() || !List.of("int", "double").contains(type)) {
      domains.lost("no int or double with min and max: left out");
      return;
    }
    range(type.equals("int"), space, low.get(), high.get(), domains);
  }

  private static void range(boolean whole, Node space, double low, double high, Domains domains) {
    Double step = Format.number(space, "step").orElse(null);
    String kind = Format.text(space, "distribution").orElse("uniform");
    switch (kind) {
      case "normal", "logNormal" -> {
        boolean log = kind.equals("logNormal");
        if (whole || (log && low <= 0)) {
          domains.lost("a distribution " + kind + " of such values is not ours: uniform instead");
          domains.range(whole, low, high, false, step);
          return;
        }
        domains.lost("mean and deviation are taken to be the middle and a sixth of the range");
        double from = log ? StrictMath.log(low) : low;
        double to = log ? StrictMath.log(high) : high;
        domains.normal(log, (from + to) / 2, (to - from) / 6, Optional.of(low), Optional.of(high));
      }
      default -> domains.range(whole, low, high, kind.equals("logUniform"), step);
    }
  }

  /** Numbers in quotes become numbers. */
  private static List<Node> numbers(List<Node> items) {
    return items.stream()
        .map(one -> one instanceof Node.Scalar scalar ? Importer.plain(scalar) : one)
        .toList();
  }
}
