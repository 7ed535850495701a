package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import java.util.Optional;

/**
 * Optuna's distributions in JSON, by parameter, each with its class under {@code name} and its
 * arguments under {@code attributes} (optuna.distributions.distribution_to_json); the classes of
 * versions before 3 as well. A distribution may also stand in quotes, as the function returns it.
 */
final class Optuna implements Format {

  @Override
  public String word() {
    return "optuna";
  }

  @Override
  public boolean recognises(Node.Mapping text) {
    return !text.fields().isEmpty()
        && text.fields().values().stream()
            .anyMatch(
                field ->
                    Format.text(unquoted(field.value()), "name")
                        .orElse("")
                        .endsWith("Distribution"));
  }

  @Override
  public void read(Node.Mapping text, Imported into) {
    text.fields()
        .forEach(
            (name, field) -> {
              Node distribution = unquoted(field.value());
              String kind = Format.text(distribution, "name").orElse("");
              Domains domains = new Domains(into, field.key(), name, name);
              Node attributes = Format.field(distribution, "attributes").orElse(distribution);
              parameter(kind, attributes, domains);
            });
  }

  private static void parameter(String kind, Node attributes, Domains domains) {
    Optional<Double> low = Format.number(attributes, "low");
    Optional<Double> high = Format.number(attributes, "high");
    boolean log = Format.text(attributes, "log").filter("true"::equalsIgnoreCase).isPresent();
    Double step =
        Format.number(attributes, "step").or(() -> Format.number(attributes, "q")).orElse(null);
    if (kind.equals("CategoricalDistribution")) {
      domains.choices(false, Format.items(attributes, "choices"));
      return;
    }
    if (!kind.endsWith("Distribution")) {
      domains.lost("no distribution of Optuna: left out");
      return;
    }
    if (low.isEmpty() || high.isEmpty()) {
      domains.lost("no low and high: left out");
      return;
    }
    switch (kind) {
      case "FloatDistribution" -> domains.range(false, low.get(), high.get(), log, step);
      case "IntDistribution" -> domains.range(true, low.get(), high.get(), log, step);
      case "UniformDistribution" -> domains.range(false, low.get(), high.get(), false, null);
      case "LogUniformDistribution" -> domains.range(false, low.get(), high.get(), true, null);
      case "DiscreteUniformDistribution" ->
          domains.range(false, low.get(), high.get(), false, step);
      case "IntUniformDistribution" -> domains.range(true, low.get(), high.get(), false, step);
      case "IntLogUniformDistribution" -> domains.range(true, low.get(), high.get(), true, null);
      default -> domains.lost("the distribution " + kind + " is not known: left out");
    }
  }

  private static Node unquoted(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text().startsWith("{")
        ? Importer.inner(scalar).map(Node.class::cast).orElse(node)
        : node;
  }
}
