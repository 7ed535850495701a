/** How well predicted numbers follow the gold ones. */
package dev.hypersweep.trainer.metric.correlation;
