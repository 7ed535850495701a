/** BLEU (Papineni 2002) with the tokenizers and smoothing methods of sacrebleu (Post 2018). */
package dev.hypersweep.trainer.metric.bleu;
