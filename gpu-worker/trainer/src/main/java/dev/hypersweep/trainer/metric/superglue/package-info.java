/** Metrics that only tasks of SuperGLUE have (Wang 2019). */
package dev.hypersweep.trainer.metric.superglue;
