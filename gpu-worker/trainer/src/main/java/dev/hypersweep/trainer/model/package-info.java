/** The network as a whole: configuration, blocks, encoder and classifier. */
package dev.hypersweep.trainer.model;
