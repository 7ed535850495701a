/**
 * T5 (Raffel et al. 2020), the encoder-decoder that the Switch Transformer is made of; names as in
 * Hugging Face's checkpoints. Sequences are padded: B of them, L positions in the encoder, T in the
 * decoder, model width d, h heads of width w. Every position is computed, padded ones too, since
 * they count in a Switch Transformer's routing.
 */
package dev.hypersweep.trainer.model.t5;
