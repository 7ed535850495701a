package dev.hypersweep.sweeps;

import java.util.Optional;

/** Finds what a definition names: other definitions in files, or sweeps that a server stores. */
@FunctionalInterface
public interface DefinitionSource {

  /** Knows no other definition. */
  DefinitionSource NONE = reference -> Optional.empty();

  /**
   * The text of a definition.
   *
   * @param reference what the text under {@code extends:} says: a file, a number or a name
   * @return empty if there is none; that becomes an error of the definition that names it
   */
  Optional<String> text(String reference);

  /**
   * Whether there is a stored sweep of that id, for {@code warm_start:}.
   *
   * @return true, too, where nobody can tell
   */
  default boolean mayHaveSweep(long id) {
    return true;
  }
}
