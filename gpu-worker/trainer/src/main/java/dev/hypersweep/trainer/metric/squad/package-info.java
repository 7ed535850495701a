/**
 * Extractive question answering: SQuAD 1.1 and 2.0 (Rajpurkar 2016, 2018), XQuAD (Artetxe 2020, by
 * SQuAD's English rule in every language) and MLQA (Lewis 2020).
 */
package dev.hypersweep.trainer.metric.squad;
