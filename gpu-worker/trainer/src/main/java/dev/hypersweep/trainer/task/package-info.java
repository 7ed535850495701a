/** From the text of a dataset to the token numbers that a model reads. */
package dev.hypersweep.trainer.task;
