/**
 * {@code parity FOLDER}: does this build compute what the reference computed? Each case is a folder
 * with inputs, weights and expected numbers; a {@link dev.hypersweep.trainer.parity.Kind} knows how
 * to compute one kind of case.
 */
package dev.hypersweep.trainer.parity;
