package dev.hypersweep.sweeps;

import java.util.Optional;

/** Finds the definitions that {@code extends:} names: files, or sweeps that a server stores. */
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
}
