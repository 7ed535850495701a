package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Constraint;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import dev.hypersweep.sweeps.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code constraints:}. */
final class ConstraintReader {

  private static final int MOST = 100;

  private ConstraintReader() {}

  static List<Constraint> read(Section sweep, List<VariantBlock> arms) {
    List<Node> items =
        sweep.list("constraints", "constraints: [\"hidden % heads == 0\"]").orElse(List.of());
    if (items.size() > MOST) {
      sweep.fault("constraints", "more than " + MOST + " constraints", "join some with and");
      return List.of();
    }
    List<String> names =
        Stream.concat(
                Stream.of(Parameter.VARIANT),
                Settings.all().stream().filter(one -> exists(one, arms)).map(Setting::name))
            .toList();
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "constraints[" + i + "]";
      if (items.get(i) instanceof Node.Scalar scalar && scalar.value() instanceof String) {
        ExpressionReader.read(
                scalar,
                path,
                sweep.faults(),
                name -> kind(name).filter(kind -> names.contains(name)),
                typed -> Nearest.fix(typed, names))
            .filter(expression -> speaks(expression, arms, scalar, path, sweep.faults()))
            .ifPresent(expression -> constraints.add(new Constraint(expression)));
      } else {
        sweep
            .faults()
            .add(items.get(i), path, "not an expression", "write \"hidden % heads == 0\"");
      }
    }
    return constraints;
  }

  /** Whether at least one variant has all the settings that a constraint names. */
  private static boolean speaks(
      Expression expression,
      List<VariantBlock> arms,
      Node.Scalar scalar,
      String path,
      Faults faults) {
    List<Setting> settings =
        expression.names().stream().flatMap(name -> Settings.named(name).stream()).toList();
    boolean speaks =
        arms.stream()
            .anyMatch(
                arm ->
                    settings.stream().allMatch(one -> one.variants().contains(arm.architecture())));
    if (!speaks) {
      faults.add(
          scalar,
          path,
          "no variant of this sweep has all these settings",
          "remove it, or split it");
    }
    return speaks;
  }

  private static boolean exists(Setting setting, List<VariantBlock> arms) {
    return arms.stream().anyMatch(arm -> setting.variants().contains(arm.architecture()));
  }

  private static Optional<Setting.Kind> kind(String name) {
    return name.equals(Parameter.VARIANT)
        ? Optional.of(Setting.Kind.CHOICE)
        : Settings.named(name).map(Setting::kind);
  }
}
