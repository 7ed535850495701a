package dev.hypersweep.trainer.metric.translation;

/**
 * All settings of a score in one line, in the form that sacrebleu gave it (Post 2018), so that
 * scores can be told apart and compared.
 */
public final class Signature {

  /** The version of sacrebleu whose scores ours equal. */
  private static final String VERSION = "2.6.0";

  private final StringBuilder text = new StringBuilder();

  /** Begins with the number of references. */
  public static Signature of(References references) {
    return new Signature().with("nrefs", references.count());
  }

  /** Adds a setting. */
  public Signature with(String name, Object value) {
    text.append(name).append(':').append(value).append('|');
    return this;
  }

  /** Adds a setting that is on or off. */
  public Signature with(String name, boolean value) {
    return with(name, value ? "yes" : "no");
  }

  @Override
  public String toString() {
    return text + "version:" + VERSION;
  }
}
