/** The commands of the trainer process: {@code describe}, {@code work}, {@code train}. */
package dev.hypersweep.trainer.command;
