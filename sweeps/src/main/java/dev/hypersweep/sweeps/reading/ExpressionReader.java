package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.sweeps.expression.Expression;
import dev.hypersweep.sweeps.expression.ExpressionFault;
import dev.hypersweep.sweeps.expression.ExpressionParser;
import dev.hypersweep.sweeps.expression.Typing;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads an expression that gives true or false, and places its faults in the definition. */
final class ExpressionReader {

  private ExpressionReader() {}

  /**
   * The expression, if it is sound.
   *
   * @param kinds kind of each known name
   * @param fix what to say about an unknown one
   */
  static Optional<Expression> read(
      Node.Scalar scalar,
      String path,
      Faults faults,
      Function<String, Optional<Setting.Kind>> kinds,
      UnaryOperator<String> fix) {
    try {
      Expression expression = ExpressionParser.parse(scalar.text());
      Typing.requireTruth(
          expression,
          (name, unknown) ->
              switch (kinds
                  .apply(name.name())
                  .orElseThrow(() -> unknown.apply(fix.apply(name.name())))) {
                case CHOICE -> Typing.Type.TEXT;
                case INTEGER, NUMBER -> Typing.Type.NUMBER;
              });
      return Optional.of(expression);
    } catch (ExpressionFault fault) {
      faults.add(scalar.at(fault.at()), path, scalar.shown(), fault.getMessage(), fault.fix());
      return Optional.empty();
    }
  }
}
