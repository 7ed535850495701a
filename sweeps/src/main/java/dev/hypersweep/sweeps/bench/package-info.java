/**
 * {@code bench samplers}, {@code bench pruners}: how good they are, beside stored results of
 * another library.
 */
package dev.hypersweep.sweeps.bench;
