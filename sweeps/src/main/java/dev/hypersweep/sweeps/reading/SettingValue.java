package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads a value of a catalogue setting: Long, Double or String by its kind, inside its range. */
final class SettingValue {

  private SettingValue() {}

  static Optional<Object> read(Setting setting, Node node, String path, Faults faults) {
    return switch (setting.kind()) {
      case INTEGER ->
          Numbers.whole(node, path, (long) setting.low(), (long) setting.high(), faults)
              .map(Object.class::cast);
      case NUMBER -> number(setting, node, path, faults);
      case CHOICE -> choice(setting, node, path, faults);
    };
  }

  private static Optional<Object> number(Setting setting, Node node, String path, Faults faults) {
    Optional<Double> real = Numbers.real(node, path, faults);
    if (real.isPresent() && (real.get() < setting.low() || real.get() > setting.high())) {
      String low = written(setting.low());
      String high = written(setting.high());
      faults.add(
          node,
          path,
          "not between " + low + " and " + high,
          "write " + (real.get() < setting.low() ? low + " or more" : high + " or less"));
      return Optional.empty();
    }
    // Zero has one form: -0.0 would hash differently.
    return real.map(value -> value == 0 ? 0.0 : value);
  }

  private static Optional<Object> choice(Setting setting, Node node, String path, Faults faults) {
    if (node instanceof Node.Scalar scalar
        && scalar.value() instanceof String text
        && setting.allows(text)) {
      return Optional.of(text);
    }
    String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
    faults.add(
        node,
        path,
        setting.name()
            + " is one of "
            + String.join(", ", setting.choices())
            + (setting.form() == null ? "" : ", or matches " + setting.form()),
        setting.form() != null || Nearest.to(typed, setting.choices()).isPresent()
            ? Nearest.fix(typed, setting.choices())
            : "write " + setting.choices().get(0));
    return Optional.empty();
  }

  /** As {@link #written}, infinities included. */
  static String shown(double value) {
    return Double.isFinite(value) ? written(value) : value < 0 ? "-.inf" : ".inf";
  }

  /** A number as people write it: 1000000 and 1e-8, not 1000000.0 and 1.0E-8. */
  static String written(double value) {
    if (value != 0 && Math.abs(value) < 1e-3) {
      return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
