package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import dev.hypersweep.sweeps.source.Node;
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

  /** The choices of the parameter {@code variant}, each as a plain block. */
  static List<VariantBlock> variants(Section sweep) {
    return sweep
        .section("parameters", EXAMPLE)
        .flatMap(section -> section.section(Parameter.VARIANT, "variant: {type: categorical, ..}"))
        .flatMap(section -> variantDomain(section))
        .map(domain -> domain.values().stream().map(name -> VariantBlock.plain((String) name)))
        .map(blocks -> blocks.toList())
        .orElse(List.of());
  }

  private static Optional<Choices> variantDomain(Section section) {
    section.known(Fields.PARAMETER);
    if (section.has("when")) {
      section.fault("when", "variant always exists", "remove when");
    }
    DomainReader reader =
        new DomainReader(
            section,
            (node, path, faults) -> {
              if (node instanceof Node.Scalar scalar
                  && VariantReader.catalogue().contains(scalar.text())) {
                return Optional.of(scalar.text());
              }
              faults.add(
                  node,
                  path,
                  "not a variant",
                  Nearest.fix(node.shown(), VariantReader.catalogue()));
              return Optional.empty();
            });
    return reader.read(Setting.Kind.CHOICE).map(Choices.class::cast);
  }

  /**
   * All parameters, each after those that its condition asks about, else by name.
   *
   * @param arms the variants of the sweep
   */
  static List<Parameter> read(Section sweep, List<VariantBlock> arms) {
    Optional<Section> section = sweep.section("parameters", EXAMPLE);
    if (section.isEmpty()) {
      return List.of();
    }
    Map<String, Domain> domains = new TreeMap<>();
    for (String name : section.get().names()) {
      domain(sweep, section.get(), name, arms).ifPresent(domain -> domains.put(name, domain));
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

  private static Optional<Domain> domain(
      Section sweep, Section parameters, String name, List<VariantBlock> arms) {
    if (name.equals(Parameter.VARIANT)) {
      if (sweep.has("variants")) {
        parameters.fault(
            name, "variants: names them already", "remove this parameter, or variants:");
        return Optional.empty();
      }
      List<Object> names = arms.stream().map(arm -> (Object) arm.name()).toList();
      boolean ordinal =
          parameters
              .section(name, "")
              .filter(one -> one.has("type") && one.get("type").shown().equals("ordinal"))
              .isPresent();
      return names.isEmpty() ? Optional.empty() : Optional.of(new Choices(names, ordinal));
    }
    List<String> architectures = arms.stream().map(VariantBlock::architecture).toList();
    Optional<Setting> setting =
        SettingNames.of(name, arms.isEmpty() ? VariantReader.catalogue() : architectures);
    if (setting.isEmpty()) {
      SettingNames.fault(
          parameters, name, arms.isEmpty() ? VariantReader.catalogue() : architectures);
      return Optional.empty();
    }
    Optional<Section> section = parameters.section(name, name + ": {type: .., low: .., high: ..}");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    section.get().known(Fields.PARAMETER);
    return new DomainReader(
            section.get(),
            (node, path, faults) -> SettingValue.read(setting.get(), node, path, faults))
        .read(setting.get().kind());
  }
}
