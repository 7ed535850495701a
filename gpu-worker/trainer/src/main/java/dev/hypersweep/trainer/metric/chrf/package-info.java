/** chrF and chrF++ (Popovic 2015, 2017), as sacrebleu computes them. */
package dev.hypersweep.trainer.metric.chrf;
