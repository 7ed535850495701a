package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables of relative-position buckets: {@code bucket.n32_max128_encoder} has 32 buckets, the last
 * from distance 128 on, in both directions; {@code bucket.relative_position} are the distances.
 */
final class Buckets {

  private static final String DISTANCES = "bucket.relative_position";
  private static final Pattern TABLE = Pattern.compile("bucket\\.n(\\d+)_max(\\d+)_(en|de)coder");

  private Buckets() {}

  static void check(Check check, Map<String, StoredTensor> expected, Session session) {
    if (!check.expects(DISTANCES)) {
      return;
    }
    try (NDManager manager = session.manager().newSubManager()) {
      NDArray distances = expected.get(DISTANCES).toArray(manager, DataType.INT64);
      check.tensor(DISTANCES, distances);
      for (String name : check.names()) {
        Matcher table = TABLE.matcher(name);
        if (table.matches()) {
          check.tensor(
              name,
              session
                  .sequences()
                  .relativeBuckets(
                      distances,
                      table.group(3).equals("en"),
                      Integer.parseInt(table.group(1)),
                      Integer.parseInt(table.group(2))));
        }
      }
    }
  }
}
