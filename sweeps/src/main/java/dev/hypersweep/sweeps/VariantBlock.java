package dev.hypersweep.sweeps;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One name under {@code variants:}. It has the same budget as every other block and a sampler of
 * its own.
 *
 * @param name what the sweep calls it; {@code when} and {@code constraints} know it by this name
 * @param architecture catalogue name of the variant that it is or extends
 * @param settings what it fixes for itself: Long, Double or String by the setting's kind
 */
public record VariantBlock(String name, String architecture, SortedMap<String, Object> settings) {

  /** A catalogue variant as it is. */
  public static VariantBlock plain(String variant) {
    return new VariantBlock(variant, variant, new TreeMap<>());
  }
}
