/**
 * Answers to test splits whose labels only a benchmark's site has: the files that it takes, written
 * and checked.
 */
package dev.hypersweep.catalogue.submission;
