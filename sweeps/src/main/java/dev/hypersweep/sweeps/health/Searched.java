package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What trials of a sweep differ in: its parameters, and its variants as one more of them. */
public final class Searched {

  /** Name of the parameter that stands for the blocks under {@code variants:}. */
  public static final String VARIANTS = "variants";

  private Searched() {}

  /** The variants first, where there are several. */
  public static List<Parameter> of(SweepDefinition definition) {
    List<Object> blocks = new ArrayList<>();
    definition.variants().stream().map(VariantBlock::name).forEach(blocks::add);
    Stream<Parameter> variants =
        blocks.size() < 2
            ? Stream.empty()
            : Stream.of(new Parameter(VARIANTS, new Choices(blocks, false), null));
    return Stream.concat(variants, definition.parameters().stream()).toList();
  }

  /** Where it stands in the definition. */
  static String place(Parameter parameter) {
    return place(parameter.name());
  }

  static String place(String parameter) {
    return parameter.equals(VARIANTS) ? VARIANTS : "parameters." + parameter;
  }

  /** One of its values, for people. */
  static String words(Parameter parameter, Object value) {
    return parameter.name().equals(VARIANTS)
        ? "variant " + value
        : parameter.name() + " = " + value;
  }
}
