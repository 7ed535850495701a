/**
 * Model files of other tools and our own: read strictly, mapped instead of copied, never executed.
 */
package dev.hypersweep.trainer.checkpoint;
