package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Constraint;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.sampling.FreeSpace;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a space whose parameters are not settings of the catalogue. */
public final class SpaceReader {

  private static final String EXAMPLE = "parameters: {x: {type: float, low: 0, high: 1}}";
  private static final int MOST_TRIALS = 10_000_000;

  private final Section text;
  private final Faults faults;
  private final Map<String, Domain> domains = new TreeMap<>();
  private final Set<String> faulty = new TreeSet<>();

  private SpaceReader(Section text) {
    this.text = text;
    this.faults = text.faults();
  }

  /**
   * The space of a text.
   *
   * @throws dev.hypersweep.source.InvalidDefinition with everything that is wrong
   */
  public static SpaceFile read(String source, DefinitionSource others) {
    Faults faults = new Faults();
    Node.Mapping root =
        Inheritance.resolved(SourceText.read(source, faults), faults, others, Groups::dotted);
    Section text = new Section("", root, faults).known(Fields.SWEEP);
    SpaceFile file = new SpaceReader(text).file();
    faults.throwIfAny();
    return file;
  }

  private SpaceFile file() {
    if (!text.has("parameters")) {
      text.missing("parameters", "add " + EXAMPLE);
    }
    List<Parameter> parameters =
        text.section("parameters", EXAMPLE).map(this::parameters).orElse(List.of());
    SortedMap<String, Object> constants = new TreeMap<>();
    text.section("constants", "constants: {steps: 400}")
        .ifPresent(
            section ->
                section
                    .names()
                    .forEach(
                        name ->
                            scalar(section.get(name), section.path(name), faults)
                                .ifPresent(value -> constants.put(name, value))));
    FreeSpace space = new FreeSpace(parameters, constraints(constants), constants);
    return new SpaceFile(space, goals(), sampler(), trials(), points());
  }

  private List<Parameter> parameters(Section section) {
    for (String name : section.names()) {
      domain(section, name)
          .ifPresentOrElse(domain -> domains.put(name, domain), () -> faulty.add(name));
    }
    variants().ifPresent(choices -> domains.putIfAbsent(Parameter.VARIANT, choices));
    Set<String> names = new TreeSet<>(section.names());
    names.addAll(domains.keySet());
    List<Parameter> parameters = new ArrayList<>();
    for (String name : names) {
      Optional<Condition> condition = condition(section, name);
      if (domains.containsKey(name)) {
        parameters.add(new Parameter(name, domains.get(name), condition.orElse(null)));
      }
    }
    return ParameterOrder.sorted(section, parameters);
  }

  /** Variant blocks are one more choice: here is one search across all of them. */
  private Optional<Domain> variants() {
    List<Object> names = new ArrayList<>();
    for (Node node : text.list("variants", "variants: [moe, hypermoe]").orElse(List.of())) {
      Node name =
          node instanceof Node.Mapping block && block.fields().containsKey("name")
              ? block.fields().get("name").value()
              : node;
      scalar(name, "variants", faults).filter(one -> !names.contains(one)).ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Choices(names, false));
  }

  private Optional<Domain> domain(Section parameters, String name) {
    if (!parameters.has(name)) {
      parameters.missing(name, "write " + name + ": {type: .., low: .., high: ..}");
    }
    Optional<Section> section = parameters.section(name, name + ": {type: .., low: .., high: ..}");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    section.get().known(Fields.PARAMETER);
    boolean listed = section.get().has("choices");
    return new DomainReader(
            section.get(),
            (node, path, into) ->
                listed
                    ? scalar(node, path, into)
                    : Numbers.real(node, path, into).map(Object.class::cast))
        .read(Setting.Kind.NUMBER);
  }

  /** Any text, number or truth. */
  private static Optional<Object> scalar(Node node, String path, Faults faults) {
    if (node instanceof Node.Scalar scalar && scalar.value() != null) {
      if (!(scalar.value() instanceof Double real) || Double.isFinite(real)) {
        return Optional.of(scalar.value());
      }
    }
    faults.add(node, path, "not a value", "write a text, a finite number, true or false");
    return Optional.empty();
  }

  private Optional<Condition> condition(Section parameters, String name) {
    Optional<Section> section =
        parameters.names().contains(name)
            ? parameters.section(name, "").filter(one -> one.has("when"))
            : Optional.empty();
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Node node = section.get().get("when");
    if (node instanceof Node.Mapping mapping) {
      return under(new Section(section.get().path("when"), mapping, faults));
    }
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
      return ExpressionReader.read(
              scalar, section.get().path("when"), faults, this::kind, this::fix)
          .map(Condition.Where::new);
    }
    section
        .get()
        .fault("when", "when is a mapping or an expression", "write when: {optimizer: [sgd]}");
    return Optional.empty();
  }

  private Optional<Condition> under(Section when) {
    SortedMap<String, List<Object>> values = new TreeMap<>();
    for (String name : when.names()) {
      if (faulty.contains(name)) {
        continue; // what is wrong was said where it stands
      }
      if (!domains.containsKey(name)) {
        faults.add(when.key(name), when.path(name), "not a parameter of this space", fix(name));
        continue;
      }
      List<Node> nodes =
          when.get(name) instanceof Node.Sequence list ? list.items() : List.of(when.get(name));
      if (nodes.isEmpty()) {
        when.fault(name, "no value is listed", "list the values under which it exists");
      }
      List<Object> wanted = new ArrayList<>();
      for (Node node : nodes) {
        Optional<Object> value = scalar(node, when.path(name), faults);
        if (value.isPresent() && !domains.get(name).contains(value.get())) {
          faults.add(
              node, when.path(name), name + " never has this value", "name one of its values");
        }
        value.ifPresent(wanted::add);
      }
      values.put(name, wanted);
    }
    return Optional.of(new Condition.Under(values));
  }

  private List<Constraint> constraints(Map<String, Object> constants) {
    List<Constraint> constraints = new ArrayList<>();
    List<Node> items =
        text.list("constraints", "constraints: [\"hidden % heads == 0\"]").orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String path = "constraints[" + i + "]";
      if (items.get(i) instanceof Node.Scalar scalar && scalar.value() instanceof String) {
        ExpressionReader.read(
                scalar,
                path,
                faults,
                name ->
                    constants.containsKey(name)
                        ? Optional.of(kind(List.of(constants.get(name))))
                        : kind(name),
                this::fix)
            .ifPresent(expression -> constraints.add(new Constraint(expression)));
      } else {
        faults.add(items.get(i), path, "not an expression", "write \"hidden % heads == 0\"");
      }
    }
    return constraints;
  }

  private Optional<Setting.Kind> kind(String name) {
    return Optional.ofNullable(domains.get(name))
        .map(
            domain ->
                domain instanceof Choices choices ? kind(choices.values()) : Setting.Kind.NUMBER);
  }

  private static Setting.Kind kind(List<Object> values) {
    boolean numbers = values.stream().allMatch(Number.class::isInstance);
    return numbers ? Setting.Kind.NUMBER : Setting.Kind.CHOICE;
  }

  private String fix(String name) {
    return Nearest.fix(name, domains.keySet());
  }

  private List<SortedMap<String, Object>> points() {
    return PointReader.read(
        text,
        domains.keySet(),
        (name, node, path) ->
            Optional.ofNullable(domains.get(name))
                .flatMap(
                    domain ->
                        scalar(node, path, faults)
                            .flatMap(one -> PointReader.member(domain, one, node, path, faults))));
  }

  private List<Goal> goals() {
    Map<String, Section> sections = new LinkedHashMap<>();
    text.section("objective", "objective: {goal: minimize}")
        .ifPresent(one -> sections.put("objective", one));
    List<Node> items =
        text.list("objectives", "objectives: [{goal: minimize}, {goal: maximize}]")
            .orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String path = "objectives[" + i + "]";
      if (items.get(i) instanceof Node.Mapping mapping) {
        sections.put(path, new Section(path, mapping, faults));
      } else {
        faults.add(items.get(i), path, "an objective is a mapping", "write {goal: minimize}");
      }
    }
    return sections.values().stream().map(SpaceReader::goal).toList();
  }

  private static Goal goal(Section section) {
    Optional<String> goal = section.word("goal", List.of("minimize", "maximize"));
    boolean higher =
        section
            .text("metric", 1, 200)
            .flatMap(Metric::named)
            .filter(Metric::higherIsBetter)
            .isPresent();
    return goal.map("maximize"::equals).orElse(higher) ? Goal.MAXIMIZE : Goal.MINIMIZE;
  }

  private SamplerChoice sampler() {
    Optional<Section> section =
        text.section("sampler", "sampler: {name: tpe, seed: 7}")
            .map(one -> one.known(Fields.SAMPLER));
    section
        .filter(one -> one.has("warm_start"))
        .ifPresent(
            one ->
                one.fault(
                    "warm_start",
                    "stored sweeps cannot be reached from here",
                    "remove it; ask --stored FILE reads trials that were told elsewhere"));
    return new SamplerChoice(
        section.flatMap(one -> one.word("name", Samplers.NAMES)).orElse(SamplerChoice.AUTO),
        section.flatMap(one -> one.whole("seed", 0, Numbers.MOST)).orElse(0L));
  }

  private int trials() {
    return text.section("budget", "budget: {trials: 20}")
        .flatMap(one -> one.whole("trials", 1, MOST_TRIALS))
        .map(Long::intValue)
        .orElse(0);
  }
}
