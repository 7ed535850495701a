/**
 * From nodes to a definition, one reader per field of the language. A reader notes every fault and
 * goes on with what is sound, so that one look shows all that is wrong.
 */
package dev.hypersweep.sweeps.reading;
