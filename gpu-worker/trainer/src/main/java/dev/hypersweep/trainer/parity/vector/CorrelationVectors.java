package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.statistics.Ranks;
import dev.hypersweep.trainer.metric.correlation.Correlation;
import dev.hypersweep.trainer.metric.correlation.CorrelationTest;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code correlation.*}: correlations with their p-values. */
final class CorrelationVectors {

  private CorrelationVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of("correlation.all", CorrelationVectors::correlations);
  }

  private static Object correlations(Input input) {
    double[] x = input.numbers("x");
    double[] y = input.numbers("y");
    double pearson = Correlation.pearson(x, y);
    double spearman = Correlation.spearman(x, y);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("n", x.length);
    all.put("pearson", pearson);
    all.put("pearson_p", CorrelationTest.pearson(x, y));
    all.put("spearman", spearman);
    all.put("spearman_p_t", CorrelationTest.spearman(x, y));
    all.put("kendall_tau_b", Correlation.kendall(x, y));
    all.put("kendall_p_asymptotic", CorrelationTest.kendallAsymptotic(x, y));
    all.put("kendall_p_exact", CorrelationTest.kendallExact(x, y));
    all.put("mean_pearson_spearman", (pearson + spearman) / 2);
    all.put("ranks_x", Ranks.ascending(x));
    all.put("ranks_y", Ranks.ascending(y));
    return all;
  }
}
