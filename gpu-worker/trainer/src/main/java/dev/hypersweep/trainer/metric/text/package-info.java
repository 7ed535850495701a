/** What counts as a letter, white space or lower case, by Unicode's own tables. */
package dev.hypersweep.trainer.metric.text;
