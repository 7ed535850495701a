package dev.hypersweep.cli.text;

/** Colours for a terminal; without colours every method returns its text as it is. */
public record Style(boolean colours) {

  /** No decoration at all. */
  public static final Style PLAIN = new Style(false);

  /** Headings. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** What matters less. */
  public String dim(String text) {
    return wrap("2", text);
  }

  /** Colours a state's name by what it means: good, bad, under way; other text stays as it is. */
  public String state(String text) {
    return switch (text.strip()) {
      case "SUCCEEDED", "FINISHED", "COMPLETED", "BIT_IDENTICAL", "IDLE", "GOOD" ->
          wrap("32", text);
      case "FAILED", "LOST", "DIFFERENT", "SEAL_BROKEN", "NOT_REPRODUCIBLE", "PROBLEM" ->
          wrap("31", text);
      case "RUNNING", "LEASED", "BUSY" -> wrap("36", text);
      case "PAUSED", "HELD", "CANCELLED", "PRUNED", "WARNING" -> wrap("33", text);
      default -> text;
    };
  }

  private String wrap(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
