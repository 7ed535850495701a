/**
 * Who ends hopeless trials early, and who lets promising ones go on: rules over what trials report,
 * each a function of its settings, the sweep's seed and the events told so far, in their order.
 */
package dev.hypersweep.sweeps.pruning;
