package dev.hypersweep.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with a text, so that people mend it once. */
public final class Faults {

  /** More than anybody reads; a hostile text must not make a huge answer. */
  private static final int MOST = 100;

  private final List<DefinitionError> errors = new ArrayList<>();

  /** Notes a fault of a node. */
  public void add(Node node, String field, String message, String fix) {
    add(node.place(), field, node.shown(), message, fix);
  }

  /**
   * Notes a fault.
   *
   * @throws InvalidDefinition when there are more than anybody reads
   */
  public void add(Place place, String field, String value, String message, String fix) {
    if (errors.size() == MOST) {
      throw invalid();
    }
    errors.add(new DefinitionError(place.line(), place.column(), field, value, message, fix));
  }

  /** How many there are so far. */
  public int count() {
    return errors.size();
  }

  /**
   * Returns if nothing was wrong.
   *
   * @throws InvalidDefinition with all faults in text order otherwise
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw invalid();
    }
  }

  /** All faults so far, in text order. */
  public InvalidDefinition invalid() {
    return new InvalidDefinition(
        errors.stream()
            .distinct()
            .sorted(
                Comparator.comparingInt(DefinitionError::line)
                    .thenComparingInt(DefinitionError::column))
            .toList());
  }
}
