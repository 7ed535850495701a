/**
 * The language of {@code constraints} and of {@code when}: numbers, texts in quotes, names, {@code
 * + - * / %}, comparisons, {@code and or not}, parentheses. It computes and compares, nothing else.
 */
package dev.hypersweep.sweeps.expression;
