/** What a trained model says of each example, and what the numbers of a split follow from. */
package dev.hypersweep.trainer.predict;
