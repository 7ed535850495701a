package dev.hypersweep.sweeps;

import dev.hypersweep.protocol.CanonicalJson;
import java.util.Map;
import java.util.SortedMap;

/**
 * One trial of a sweep.
 *
 * @param number from 0
 * @param variant name of its variant block: what people called it; the catalogue's name unless they
 *     chose another one
 * @param architecture catalogue name of the variant that is trained
 * @param parameters what the sampler chose: Long, Double or String by the setting's kind; those
 *     that do not exist under their {@code when} are left out
 * @param settings every setting of the architecture with its value, defaults filled in
 */
public record TrialPoint(
    int number,
    String variant,
    String architecture,
    SortedMap<String, Object> parameters,
    SortedMap<String, Object> settings) {

  /** SHA-256 of architecture and settings: equal hashes are the same row of a leaderboard. */
  public String configurationHash() {
    return CanonicalJson.hash(Map.of("variant", architecture, "settings", settings));
  }
}
