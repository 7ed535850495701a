package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Contradiction;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one sampler searches: the parameters of one variant block, or of the whole sweep if the
 * parameter {@code variant} chooses.
 *
 * @param definition the sweep
 * @param block the block, or null if {@code variant} is a parameter
 */
public record SearchSpace(SweepDefinition definition, VariantBlock block) implements Space {

  /** The spaces of a sweep, in the order of its variants. */
  public static List<SearchSpace> of(SweepDefinition definition) {
    if (definition.variants().isEmpty()) {
      return List.of(new SearchSpace(definition, null));
    }
    return definition.variants().stream().map(one -> new SearchSpace(definition, one)).toList();
  }

  @Override
  public String name() {
    return block == null ? "all variants" : block.name();
  }

  /** Whether a point of the definition is meant for this space, too. */
  public boolean takes(SortedMap<String, Object> point) {
    Object variant = point.get(Parameter.VARIANT);
    return block == null || variant == null || variant.equals(block.name());
  }

  /** The blocks that points of this space can have. */
  public List<VariantBlock> blocks() {
    if (block != null) {
      return List.of(block);
    }
    return definition.parameters().stream()
        .filter(one -> one.name().equals(Parameter.VARIANT))
        .flatMap(
            one ->
                one.domain() instanceof Choices choices
                    ? choices.values().stream()
                    : Stream.<Object>empty())
        .map(name -> VariantBlock.plain((String) name))
        .toList();
  }

  /** {@code variant} first. */
  @Override
  public List<Parameter> parameters() {
    Stream<Parameter> variant =
        definition.parameters().stream().filter(one -> one.name().equals(Parameter.VARIANT));
    Stream<Parameter> others =
        definition.parameters().stream()
            .filter(one -> !one.name().equals(Parameter.VARIANT))
            .filter(one -> blocks().stream().anyMatch(arm -> has(arm, one)));
    return Stream.concat(variant, others).toList();
  }

  private static boolean has(VariantBlock arm, Parameter parameter) {
    return !arm.settings().containsKey(parameter.name())
        && Settings.named(parameter.name())
            .filter(setting -> setting.variants().contains(arm.architecture()))
            .isPresent();
  }

  @Override
  public boolean exists(Parameter parameter, SortedMap<String, Object> values) {
    if (parameter.name().equals(Parameter.VARIANT)) {
      return true;
    }
    VariantBlock arm = blockOf(values);
    if (!has(arm, parameter)) {
      return false;
    }
    if (parameter.when() == null) {
      return true;
    }
    Map<String, Object> known = new TreeMap<>(values);
    known.put(Parameter.VARIANT, arm.name());
    return parameter.when().holds(known);
  }

  /** The block of a point. */
  public VariantBlock blockOf(SortedMap<String, Object> values) {
    return block != null ? block : VariantBlock.plain((String) values.get(Parameter.VARIANT));
  }

  /** Every setting of a point: defaults, then constants, then the block's own, then the point's. */
  public SortedMap<String, Object> settings(SortedMap<String, Object> values) {
    VariantBlock arm = blockOf(values);
    SortedMap<String, Object> settings = new TreeMap<>();
    for (Setting setting : Settings.of(arm.architecture())) {
      String name = setting.name();
      Object constant = definition.constants().getOrDefault(name, setting.standard());
      Object fixed = arm.settings().getOrDefault(name, constant);
      settings.put(name, values.getOrDefault(name, fixed));
    }
    return settings;
  }

  /** Whether a point keeps the sweep's constraints and does not contradict itself. */
  @Override
  public boolean admits(SortedMap<String, Object> values) {
    SortedMap<String, Object> settings = settings(values);
    VariantBlock arm = blockOf(values);
    if (!Contradiction.in(arm.architecture(), settings, definition.datasets()).isEmpty()) {
      return false;
    }
    settings.put(Parameter.VARIANT, arm.name());
    return definition.constraints().stream().allMatch(one -> one.keptBy(settings));
  }

  /** The value in the form of the setting's kind: an integer range over a real setting is real. */
  @Override
  public Object coerced(Parameter parameter, Object value) {
    boolean real =
        Settings.named(parameter.name())
            .filter(setting -> setting.kind() == Setting.Kind.NUMBER)
            .isPresent();
    return real && value instanceof Long whole ? (Object) whole.doubleValue() : value;
  }
}
