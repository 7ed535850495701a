/** Networks that write texts, their data and their scores: language modelling and text-to-text. */
package dev.hypersweep.trainer.train.writing;
