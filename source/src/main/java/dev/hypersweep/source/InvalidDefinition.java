package dev.hypersweep.source;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is not a valid sweep definition. Carries all that was found wrong, in text order. */
public final class InvalidDefinition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionError> errors;

  /**
   * @param errors one or more
   */
  public InvalidDefinition(List<DefinitionError> errors) {
    super(errors.stream().map(DefinitionError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** What is wrong, one or more, in text order. */
  public List<DefinitionError> errors() {
    return errors;
  }
}
