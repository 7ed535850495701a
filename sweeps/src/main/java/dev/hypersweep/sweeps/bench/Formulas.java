package dev.hypersweep.sweeps.bench;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The functions on vectors and choices, by their formulas. */
final class Formulas {

  static final Map<String, ToDoubleFunction<Values>> BY_KIND =
      Map.of(
          "branin", Formulas::branin,
          "hartmann", Formulas::hartmann,
          "ackley", Formulas::ackley,
          "rosenbrock", Formulas::rosenbrock,
          "levy", Formulas::levy,
          "styblinski_tang", Formulas::styblinskiTang,
          "ellipsoid", Formulas::ellipsoid,
          "cat_pairs", Formulas::pairs);

  private Formulas() {}

  private static double square(double value) {
    return value * value;
  }

  private static double branin(Values at) {
    double[] x = at.vector();
    return square(x[1] - 5.1 / (4 * PI * PI) * x[0] * x[0] + 5 / PI * x[0] - 6)
        + 10 * (1 - 1 / (8 * PI)) * cos(x[0])
        + 10;
  }

  private static double hartmann(Values at) {
    double[] x = at.vector();
    double[] alpha = at.numbers("alpha");
    double sum = 0;
    for (int i = 0; i < alpha.length; i++) {
      double[] scale = Values.array(at.constant("A").get(i));
      double[] centre = Values.array(at.constant("P").get(i));
      double distance = 0;
      for (int j = 0; j < x.length; j++) {
        distance += scale[j] * square(x[j] - centre[j]);
      }
      sum += alpha[i] * exp(-distance);
    }
    return -sum;
  }

  private static double ackley(Values at) {
    double squares = 0;
    double waves = 0;
    double[] x = at.vector();
    for (double one : x) {
      squares += one * one;
      waves += cos(2 * PI * one);
    }
    return -20 * exp(-0.2 * sqrt(squares / x.length)) - exp(waves / x.length) + 20 + Math.E;
  }

  private static double rosenbrock(Values at) {
    double[] x = at.vector();
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(1 - x[i]);
    }
    return sum;
  }

  private static double levy(Values at) {
    double[] x = at.vector();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double w = 1 + (x[i] - 1) / 4;
      if (i == 0) {
        sum += square(sin(PI * w));
      }
      boolean last = i + 1 == x.length;
      double wave = last ? square(sin(2 * PI * w)) : 10 * square(sin(PI * w + 1));
      sum += square(w - 1) * (1 + wave);
    }
    return sum;
  }

  private static double styblinskiTang(Values at) {
    double sum = 0;
    for (double x : at.vector()) {
      sum += x * x * x * x - 16 * x * x + 5 * x;
    }
    return sum / 2;
  }

  private static double ellipsoid(Values at) {
    double[] x = at.vector();
    double power = at.constant("power").doubleValue();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += pow(10, power * i / (x.length - 1)) * x[i] * x[i];
    }
    return sum;
  }

  private static double pairs(Values at) {
    JsonNode space = at.function().get("space");
    int[] index = new int[space.size()];
    double sum = 0;
    for (int i = 0; i < index.length; i++) {
      String chosen = at.text(space.get(i).get("name").textValue());
      JsonNode choices = space.get(i).get("choices");
      while (!choices.get(index[i]).textValue().equals(chosen)) {
        index[i]++;
      }
      sum += at.constant("unary").get(i).get(index[i]).doubleValue();
    }
    for (JsonNode pair : at.constant("pairs")) {
      int a = index[pair.get("a").intValue()];
      int b = index[pair.get("b").intValue()];
      sum += pair.get("values").get(a).get(b).doubleValue();
    }
    return sum;
  }

  /** Two or three objectives of zdt1 and dtlz2. */
  static double[] several(String kind, Values at) {
    double[] x = at.vector();
    if (kind.equals("zdt1")) {
      double rest = 0;
      for (int i = 1; i < x.length; i++) {
        rest += x[i];
      }
      double g = 1 + 9 * rest / (x.length - 1);
      return new double[] {x[0], g * (1 - sqrt(x[0] / g))};
    }
    double g = 0;
    for (int i = 2; i < x.length; i++) {
      g += square(x[i] - 0.5);
    }
    double a = x[0] * PI / 2;
    double b = x[1] * PI / 2;
    return new double[] {
      (1 + g) * cos(a) * cos(b), (1 + g) * cos(a) * sin(b), (1 + g) * sin(max(0, a))
    };
  }
}
