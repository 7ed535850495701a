package dev.hypersweep.catalogue;

/**
 * An architecture under test.
 *
 * @param name as in definitions
 * @param summary one line for people
 */
public record Variant(String name, String summary) {}
