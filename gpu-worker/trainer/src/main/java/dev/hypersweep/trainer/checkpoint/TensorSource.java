package dev.hypersweep.trainer.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Named tensors of a container. Each is read when it is asked for. */
public interface TensorSource {

  /** Names of all tensors, in the container's order. */
  Set<String> names();

  /**
   * A tensor by its name.
   *
   * @throws MalformedCheckpoint if there is none of that name, or it cannot be read
   */
  StoredTensor tensor(String name);

  /**
   * Makes sure that nothing in the container goes unused without anybody knowing.
   *
   * @param used names that the model took
   * @param ignored names that may be there all the same, a causal mask for example
   * @throws MalformedCheckpoint naming the tensors that are left over
   */
  default void refuseLeftovers(Collection<String> used, Predicate<String> ignored) {
    List<String> left =
        names().stream().filter(name -> !used.contains(name) && !ignored.test(name)).toList();
    if (!left.isEmpty()) {
      String some = left.stream().limit(5).collect(Collectors.joining(", "));
      throw new MalformedCheckpoint(
          "%s: the model has no place for %d tensors: %s%s"
              .formatted(this, left.size(), some, left.size() > 5 ? ", .." : ""));
    }
  }
}
