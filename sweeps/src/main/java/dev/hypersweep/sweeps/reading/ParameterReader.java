package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code parameters:}: first all domains, then the conditions between them. */
final class ParameterReader {

  private static final String EXAMPLE =
      "parameters: {learning_rate: {type: float, low: 1e-4, high: 3e-3, log: true}}";

  private ParameterReader() {}

  /** What the parameter {@code variant} chooses from, if there is one and it is sound. */
  static Optional<Choices> variants(Section sweep) {
    Optional<Section> section =
        sweep
            .section("parameters", EXAMPLE)
            .flatMap(one -> one.section(Parameter.VARIANT, "variant: {type: categorical, ..}"))
            .map(one -> one.known(Fields.PARAMETER));
    if (section.isEmpty()) {
      return Optional.empty();
    }
    if (section.get().has("when")) {
      section.get().fault("when", "variant always exists", "remove when");
    }
    return new DomainReader(section.get(), ParameterReader::variant)
        .read(Setting.Kind.CHOICE)
        .map(Choices.class::cast);
  }

  private static Optional<Object> variant(Node node, String path, Faults faults) {
    String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (VariantReader.catalogue().contains(typed)) {
      return Optional.of(typed);
    }
    faults.add(node, path, "not a variant", Nearest.fix(typed, VariantReader.catalogue()));
    return Optional.empty();
  }

  /**
   * All parameters, each after those that its condition asks about, else by name.
   *
   * @param arms the variants of the sweep
   * @param variant what the parameter {@code variant} chooses from, if anything
   */
  static List<Parameter> read(Section sweep, List<VariantBlock> arms, Optional<Choices> variant) {
    Optional<Section> section = sweep.section("parameters", EXAMPLE);
    if (section.isEmpty()) {
      return List.of();
    }
    Map<String, Domain> domains = new TreeMap<>();
    variant.ifPresent(choices -> domains.put(Parameter.VARIANT, choices));
    for (String name : section.get().names()) {
      if (!name.equals(Parameter.VARIANT)) {
        domain(section.get(), name, arms).ifPresent(domain -> domains.put(name, domain));
      } else if (sweep.has("variants")) {
        section
            .get()
            .fault(name, "variants: names them already", "remove this parameter, or variants:");
      }
    }
    List<Parameter> parameters = new ArrayList<>();
    domains.forEach(
        (name, domain) -> {
          Condition when = ConditionReader.read(section.get(), name, domains, arms).orElse(null);
          parameters.add(new Parameter(name, domain, when));
        });
    parameters.forEach(one -> Applicability.check(section.get(), one, arms));
    return ParameterOrder.sorted(section.get(), parameters);
  }

  private static Optional<Domain> domain(Section parameters, String name, List<VariantBlock> arms) {
    List<String> architectures = arms.stream().map(VariantBlock::architecture).toList();
    Optional<Setting> setting = SettingNames.of(name, architectures);
    if (setting.isEmpty()) {
      SettingNames.fault(parameters, name, architectures);
      return Optional.empty();
    }
    if (!parameters.has(name)) {
      parameters.missing(name, "write " + name + ": {type: .., low: .., high: ..}");
    }
    Optional<Section> section = parameters.section(name, name + ": {type: .., low: .., high: ..}");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    section.get().known(Fields.PARAMETER);
    return new DomainReader(
            section.get(),
            (node, path, faults) -> SettingValue.read(setting.get(), node, path, faults))
        .read(setting.get());
  }
}
