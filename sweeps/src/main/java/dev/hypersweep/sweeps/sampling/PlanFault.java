package dev.hypersweep.sweeps.sampling;

import java.util.List;

/** A definition whose fields are sound but that cannot be planned. */
public final class PlanFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> field;
  private final String fix;

  /**
   * @param field names from the outermost to the one to blame; where one is missing in the text,
   *     the mapping that should hold it is to blame
   */
  public PlanFault(List<String> field, String message, String fix) {
    super(message);
    this.field = List.copyOf(field);
    this.fix = fix;
  }

  /** Names from the outermost to the one to blame. */
  public List<String> field() {
    return field;
  }

  /** What to write instead. */
  public String fix() {
    return fix;
  }
}
