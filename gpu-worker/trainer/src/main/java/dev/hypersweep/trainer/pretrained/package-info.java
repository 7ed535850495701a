/**
 * Trained models that come as Maven artifacts, in the form of the checkpoints that they once were.
 */
package dev.hypersweep.trainer.pretrained;
