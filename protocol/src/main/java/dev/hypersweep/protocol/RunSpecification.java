package dev.hypersweep.protocol;

import java.util.SortedMap;

/**
 * All that a trainer needs to execute one run.
 *
 * @param dataset catalogue name, for example {@code wordnet/noun-supersense}
 * @param datasetHash content hash that the dataset must have, or null for whatever is there; an
 *     audit sets it, and a trainer that finds other data fails with {@link FailureClass#BAD_DATA}
 * @param variant catalogue name, for example {@code hypermoe}
 * @param settings every setting of the variant with its value, defaults filled in
 * @param seed decides initialisation, order of examples, dropout and noise
 * @param resources device, threads and memory
 */
public record RunSpecification(
    String dataset,
    String datasetHash,
    String variant,
    SortedMap<String, Object> settings,
    long seed,
    Resources resources) {}
