package dev.hypersweep.trainer.model.bert;

import dev.hypersweep.trainer.checkpoint.PrefixedTensors;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of tensors in BERT checkpoints. */
public final class BertNames {

  private static final String PREFIX = "bert.";
  private static final String HEAD = "classifier.";
  private static final String SPAN_HEAD = "qa_outputs.";
  private static final String POOLER = "bert.pooler.";

  /** Heads of other tasks, and what older versions of the library stored beside the parameters. */
  private static final Pattern UNUSED =
      Pattern.compile("cls\\..*|qa_outputs\\..*|bert\\.embeddings\\.(position|token_type)_ids");

  /** What a checkpoint of another task lacks, and what only a mixture of experts has. */
  private static final Pattern FRESH =
      Pattern.compile(
          "classifier\\..*|qa_outputs\\..*|bert\\.pooler\\..*|hypernetwork\\..*"
              + "|bert\\.encoder\\.layer\\.\\d+\\.(router|shared|adapter|adapters|selection|hypernetwork)"
              + "\\..*");

  private BertNames() {}

  /** The tensors of a checkpoint of the bare encoder get the prefix that a classifier has. */
  public static TensorSource prefixed(TensorSource tensors) {
    return PrefixedTensors.of(
        tensors,
        PREFIX,
        name -> name.startsWith(HEAD) || name.startsWith(SPAN_HEAD) || name.startsWith("cls."));
  }

  /**
   * Everything but a head that was trained for other classes, with the prefix.
   *
   * @param pooled whether the pooler is wanted
   */
  public static TensorSource encoder(TensorSource tensors, boolean pooled) {
    TensorSource whole = prefixed(tensors);
    Set<String> names = new LinkedHashSet<>(whole.names());
    names.removeIf(name -> name.startsWith(HEAD) || name.startsWith(SPAN_HEAD));
    names.removeIf(name -> !pooled && name.startsWith(POOLER));
    return new TensorSource() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public StoredTensor tensor(String name) {
        return whole.tensor(name);
      }

      @Override
      public String toString() {
        return whole.toString();
      }
    };
  }

  /** Whether a classifier has no place for a tensor of that name, and may be loaded without it. */
  public static boolean isUnused(String name) {
    return UNUSED.matcher(name).matches();
  }

  /** Whether a parameter of that name begins at random where a checkpoint lacks it. */
  public static boolean isFresh(String name) {
    return FRESH.matcher(name).matches();
  }
}
