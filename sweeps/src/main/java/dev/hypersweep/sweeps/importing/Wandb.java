package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A sweep of Weights and Biases: {@code method}, {@code metric}, {@code parameters} with their
 * distributions, {@code early_terminate}, {@code run_cap} (W and B's documentation of the keys of a
 * sweep configuration).
 */
final class Wandb implements Format {

  /** Keys that say how a run is started, which is ours to decide. */
  private static final Set<String> OF_THE_RUN =
      Set.of("program", "command", "project", "entity", "job", "image_uri", "controller");

  private static final Map<String, String> METHODS =
      Map.of("grid", "grid", "random", "random", "bayes", "gp");

  @Override
  public String word() {
    return "wandb";
  }

  @Override
  public boolean recognises(Node.Mapping text) {
    return text.fields().containsKey("method") && text.fields().containsKey("parameters");
  }

  @Override
  public void read(Node.Mapping text, Imported into) {
    text.fields().forEach((name, field) -> field(name, field, text, into));
  }

  private static void field(String name, Node.Field field, Node.Mapping text, Imported into) {
    switch (name) {
      case "name", "description" -> Format.text(text, name).ifPresent(one -> into.field(name, one));
      case "method" -> method(field.value(), into);
      case "metric" -> Metrics.carry(field.value(), "metric", "name", "goal", into);
      case "run_cap" ->
          Format.number(field.value())
              .ifPresent(
                  most -> into.field("budget", new TreeMap<>(Map.of("trials", most.longValue()))));
      case "parameters" -> {
        if (field.value() instanceof Node.Mapping parameters) {
          parameters(parameters, "parameters", "", into);
        }
      }
      case "early_terminate" ->
          into.lost(
              field.key(),
              name,
              "its stopping rule is not carried over: choose one, for example pruner: {name: hyperband}");
      default ->
          into.lost(
              field.key(),
              name,
              OF_THE_RUN.contains(name)
                  ? "how a run is started is not part of a definition: left out"
                  : "not carried over");
    }
  }

  private static void method(Node node, Imported into) {
    String method = node instanceof Node.Scalar scalar ? scalar.text() : "";
    String sampler = METHODS.get(method);
    if (sampler == null) {
      into.lost(node, "method", node.shown() + " is no sampler of ours: auto instead");
    } else if (method.equals("bayes")) {
      into.lost(node, "method", "bayes becomes a Gaussian process with expected improvement, gp");
    }
    into.field("sampler", new TreeMap<>(Map.of("name", sampler == null ? "auto" : sampler)));
  }

  private static void parameters(Node.Mapping all, String path, String prefix, Imported into) {
    all.fields()
        .forEach(
            (name, field) -> {
              String at = path + "." + name;
              Node value = field.value();
              if (Format.field(value, "parameters").orElse(null) instanceof Node.Mapping inner) {
                parameters(inner, at + ".parameters", prefix + name + ".", into);
              } else {
                parameter(
                    value, new Domains(into, field.key(), at, prefix + name), into, prefix + name);
              }
            });
  }

  private static void parameter(Node node, Domains domains, Imported into, String name) {
    Optional<Node> value = Format.field(node, "value");
    List<Node> values = Format.items(node, "values");
    if (value.isPresent()) {
      domains.choices(false, List.of(value.get()));
    } else if (!values.isEmpty()) {
      if (Format.field(node, "probabilities").isPresent()) {
        domains.lost("its choices become equally likely: probabilities are left out");
      }
      domains.choices(false, values);
    } else {
      distribution(node, domains);
    }
  }

  private static void distribution(Node node, Domains domains) {
    Optional<Double> low = Format.number(node, "min");
    Optional<Double> high = Format.number(node, "max");
    Double step = Format.number(node, "q").orElse(null);
    boolean whole =
        isWhole(node, "min")
            && isWhole(node, "max")
            && Format.field(node, "distribution").isEmpty();
    String kind = Format.text(node, "distribution").orElse(whole ? "int_uniform" : "uniform");
    double mean = Format.number(node, "mu").orElse(0.0);
    double deviation = Format.number(node, "sigma").orElse(1.0);
    switch (kind) {
      case "normal", "q_normal", "log_normal", "q_log_normal" -> {
        if (kind.startsWith("q_")) {
          domains.lost("values are not rounded to multiples of q");
        }
        domains.normal(kind.contains("log"), mean, deviation, low, high);
        return;
      }
      case "beta", "q_beta" -> {
        domains.lost("a beta distribution becomes a uniform one from 0 to 1");
        domains.range(false, 0, 1, false, null);
        return;
      }
      default -> {}
    }
    if (low.isEmpty() || high.isEmpty()) {
      domains.lost("no values, and no min and max: left out");
      return;
    }
    // Multiples of a whole number are whole numbers; a range on a log scale has no steps.
    double multiple = step == null ? 1 : step;
    boolean rounded = kind.startsWith("q_") && multiple == Math.rint(multiple);
    switch (kind) {
      case "int_uniform" -> domains.range(true, low.get(), high.get(), false, null);
      case "uniform" -> domains.range(false, low.get(), high.get(), false, null);
      case "q_uniform" ->
          domains.range(
              rounded && isInteger(low.get()) && isInteger(high.get()),
              low.get(),
              high.get(),
              false,
              multiple);
      case "log_uniform_values" -> domains.range(false, low.get(), high.get(), true, null);
      case "log_uniform" ->
          domains.range(false, StrictMath.exp(low.get()), StrictMath.exp(high.get()), true, null);
      case "q_log_uniform_values", "q_log_uniform" -> {
        boolean exponents = kind.equals("q_log_uniform");
        double from = exponents ? StrictMath.exp(low.get()) : low.get();
        double to = exponents ? StrictMath.exp(high.get()) : high.get();
        if (!rounded || multiple != 1) {
          domains.lost("values are not rounded to multiples of q, " + step);
        }
        double least = rounded ? Math.max(1, Math.ceil(from)) : from;
        domains.range(rounded, least, rounded ? Math.floor(to) : to, true, null);
      }
      case "inv_log_uniform_values" -> {
        domains.lost("the density of inv_log_uniform_values is not ours: log instead");
        domains.range(false, low.get(), high.get(), true, null);
      }
      case "inv_log_uniform" -> {
        domains.lost("the density of inv_log_uniform is not ours: log instead");
        domains.range(false, StrictMath.exp(-high.get()), StrictMath.exp(-low.get()), true, null);
      }
      default -> {
        domains.lost("the distribution " + kind + " is not ours: uniform instead");
        domains.range(false, low.get(), high.get(), false, null);
      }
    }
  }

  private static boolean isInteger(double value) {
    return value == Math.rint(value);
  }

  private static boolean isWhole(Node node, String field) {
    return Format.field(node, field).orElse(null) instanceof Node.Scalar scalar
        && scalar.value() instanceof Long;
  }
}
