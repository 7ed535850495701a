package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.generation.Generation;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.Padded;
import dev.hypersweep.trainer.model.PerToken;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.model.Written;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder-decoder that learns to write targets to sources. The task loss is the mean
 * cross-entropy of the targets' tokens in nats and holds nothing else: its exponential is the
 * perplexity.
 */
public final class Seq2SeqTask implements SequenceWriter {

  private final EncoderDecoder model;

  public Seq2SeqTask(EncoderDecoder model) {
    this.model = model;
  }

  @Override
  public Losses losses(Pass pass, List<SequencePair> examples, double labelSmoothing) {
    Seq2SeqBatch batch = batch(examples);
    EncoderDecoder.Output out = model.apply(pass, batch);
    NDArray task = pass.sequences().crossEntropy(out.logits(), batch.labels(pass), labelSmoothing);
    List<Routing> routings = new ArrayList<>(out.encoder().routings());
    routings.addAll(out.decoder().routings());
    List<Losses.Auxiliary> auxiliary =
        model.auxiliary(pass, out).stream()
            .map(each -> new Losses.Auxiliary(each.name(), each.value(), each.weight()))
            .toList();
    return new Losses(task, auxiliary, routings, model.objective());
  }

  @Override
  public double[][] tokenLosses(Pass pass, List<SequencePair> examples) {
    Seq2SeqBatch batch = batch(examples);
    NDArray logits = model.apply(pass, batch).logits();
    double[][] losses = PerToken.of(pass.sequences().tokenLosses(logits, batch.labels(pass)));
    for (int b = 0; b < losses.length; b++) {
      losses[b] = Arrays.copyOf(losses[b], examples.get(b).target().length);
    }
    return losses;
  }

  @Override
  public List<int[]> write(
      Session session, Weights weights, List<int[]> sources, GenerationSettings settings) {
    long[][] starts = new long[sources.size()][];
    Arrays.setAll(starts, b -> new long[] {model.configuration().start()});
    SourceContinuation continuation =
        new SourceContinuation(
            model,
            session,
            weights,
            Padded.rows(sources, model.configuration().pad()),
            Padded.mask(sources));
    return Written.after(1, Generation.run(continuation, starts, settings), settings);
  }

  /** The examples, padded. */
  public Seq2SeqBatch batch(List<SequencePair> examples) {
    List<int[]> sources = examples.stream().map(SequencePair::source).toList();
    List<int[]> targets = examples.stream().map(SequencePair::target).toList();
    return new Seq2SeqBatch(
        Padded.rows(sources, model.configuration().pad()),
        Padded.mask(sources),
        Padded.rows(targets, Seq2SeqBatch.IGNORED));
  }

  @Override
  public Parameters parameters() {
    return model.parameters();
  }

  @Override
  public int tokens(SequencePair example) {
    return example.source().length + example.target().length;
  }

  @Override
  public int terms(SequencePair example) {
    return example.target().length;
  }

  @Override
  public long activeSize() {
    return model.parameters().size() - model.idleSize();
  }

  /** Half of the length is the source, half the target: a token meets one stack of the two. */
  @Override
  public double flopsPerToken(double length) {
    T5Configuration c = model.configuration();
    long table = (long) c.rows() * c.width();
    long looked = c.tied() ? 0 : table; // a tied table is multiplied as the head
    long attentions = c.encoderLayers() + 2L * c.decoderLayers();
    double perPair =
        2.0 * (activeSize() - looked) + 4.0 * c.attentionWidth() * attentions * length / 2;
    return perPair / 2;
  }
}
