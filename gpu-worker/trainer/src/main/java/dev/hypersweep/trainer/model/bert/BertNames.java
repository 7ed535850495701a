package dev.hypersweep.trainer.model.bert;

import dev.hypersweep.trainer.checkpoint.PrefixedTensors;
import dev.hypersweep.trainer.checkpoint.TensorSource;

/** Names of tensors in BERT checkpoints. */
public final class BertNames {

  private static final String PREFIX = "bert.";
  private static final String HEAD = "classifier.";

  private BertNames() {}

  /** The tensors of a checkpoint of the bare encoder get the prefix that a classifier has. */
  public static TensorSource prefixed(TensorSource tensors) {
    return PrefixedTensors.of(tensors, PREFIX, name -> name.startsWith(HEAD));
  }

  /** What older versions of the library stored beside the parameters. */
  public static boolean isBuffer(String name) {
    return name.equals("bert.embeddings.position_ids")
        || name.equals("bert.embeddings.token_type_ids");
  }
}
