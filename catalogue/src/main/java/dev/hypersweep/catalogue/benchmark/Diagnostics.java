package dev.hypersweep.catalogue.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Datasets that nothing is trained on: their makers ask for the answers of a model that was trained
 * on another one (GLUE: AX with MNLI; SuperGLUE: AX-b and AX-g with RTE; XQuAD with SQuAD). Classes
 * have the same names in the same order in both.
 */
public final class Diagnostics {

  private static final Map<String, String> MODELS = new LinkedHashMap<>();

  static {
    MODELS.put("glue/ax", "glue/mnli");
    MODELS.put("superglue/ax-b", "superglue/rte");
    MODELS.put("superglue/ax-g", "superglue/rte");
    MODELS.put("xquad/en", "squad");
    MODELS.put("xquad/ro", "squad");
  }

  private Diagnostics() {}

  /** The dataset whose model answers a diagnostic; empty for any other dataset. */
  public static Optional<String> modelOf(String dataset) {
    return Optional.ofNullable(MODELS.get(dataset));
  }

  /** The diagnostics that a dataset's model answers. */
  public static List<String> answeredBy(String dataset) {
    return MODELS.entrySet().stream()
        .filter(one -> one.getValue().equals(dataset))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a diagnostic's split is called among the predictions of that model. */
  public static String split(String diagnostic, String split) {
    return diagnostic + "/" + split;
  }
}
