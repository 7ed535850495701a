/** Datasets as their makers distribute them, read into examples. */
package dev.hypersweep.trainer.data;
