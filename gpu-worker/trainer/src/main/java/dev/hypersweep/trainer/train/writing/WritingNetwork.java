package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.model.CausalDecoder;
import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.DecoderCost;
import dev.hypersweep.trainer.model.PrefixTask;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.Seq2SeqTask;
import dev.hypersweep.trainer.nn.Parameters;

/** A network that writes texts, before its parameters have values. */
sealed interface WritingNetwork {

  /** Every parameter. */
  Parameters parameters();

  /** Turns sources into targets. */
  SequenceWriter writer();

  /** A decoder alone; it can be a language model too. */
  record Decoder(Parameters parameters, CausalDecoder decoder, DecoderCost cost)
      implements WritingNetwork {

    CausalTask languageModel() {
      return new CausalTask(parameters, decoder, cost);
    }

    @Override
    public SequenceWriter writer() {
      return new PrefixTask(parameters, decoder, cost);
    }
  }

  /** An encoder that reads the source and a decoder that writes the target. */
  record SourceReader(EncoderDecoder model) implements WritingNetwork {

    @Override
    public Parameters parameters() {
      return model.parameters();
    }

    @Override
    public SequenceWriter writer() {
      return new Seq2SeqTask(model);
    }
  }
}
