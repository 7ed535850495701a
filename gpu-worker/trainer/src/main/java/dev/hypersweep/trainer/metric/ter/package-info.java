/**
 * Translation edit rate (Snover 2006), with the heuristics and limits of Tercom as sacrebleu has
 * them: a search for shifts that cannot be exact has to be alike to give alike numbers.
 */
package dev.hypersweep.trainer.metric.ter;
