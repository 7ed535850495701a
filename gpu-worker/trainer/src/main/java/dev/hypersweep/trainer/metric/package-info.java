/** How predictions are scored. */
package dev.hypersweep.trainer.metric;
