/**
 * ROUGE (Lin 2004) with the conventions of Google's rouge-score: ASCII words, Porter's stemmer with
 * NLTK's extensions, F1.
 */
package dev.hypersweep.trainer.metric.rouge;
