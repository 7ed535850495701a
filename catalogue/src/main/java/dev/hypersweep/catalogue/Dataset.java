package dev.hypersweep.catalogue;

/**
 * A dataset that HyperSweep can train on.
 *
 * @param name folder name of the official layout in lower case, for example {@code glue/cola}
 * @param title as its makers write it
 * @param task what is asked of a model, in one sentence
 * @param metric the headline metric of its makers
 * @param builtIn true if it comes with the program and needs no files
 * @param folder below {@code HYPERSWEEP_DATA}, or empty for a built-in one
 * @param homepage where a person reads about it and gets it
 * @param licence as far as its makers state one
 */
public record Dataset(
    String name,
    String title,
    String task,
    Metric metric,
    boolean builtIn,
    String folder,
    String homepage,
    String licence) {}
