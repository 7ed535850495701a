/**
 * The thin bridge over DJL's PyTorch engine: loading it, running operations, and nothing of the
 * models. Everything that must happen before the engine loads, or that DJL lacks, is here.
 */
package dev.hypersweep.trainer.tensor;
