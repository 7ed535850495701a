package dev.hypersweep.sweeps;

/**
 * Who ends hopeless runs early.
 *
 * @param name {@code none}
 */
public record PrunerChoice(String name) {

  public static final PrunerChoice NONE = new PrunerChoice("none");
}
