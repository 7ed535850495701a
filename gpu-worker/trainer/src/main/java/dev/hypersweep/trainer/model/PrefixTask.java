package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.generation.Generation;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A decoder that writes targets to sources: it reads the source as the beginning of a text, and
 * only the target's tokens are predicted and count in the loss.
 */
public final class PrefixTask implements SequenceWriter {

  private final CausalDecoder decoder;
  private final CausalTask task;

  public PrefixTask(Parameters parameters, CausalDecoder decoder, DecoderCost cost) {
    this.decoder = decoder;
    this.task = new CausalTask(parameters, decoder, cost);
  }

  @Override
  public Losses losses(Pass pass, List<SequencePair> examples, double labelSmoothing) {
    return task.losses(pass, joined(examples), labelSmoothing);
  }

  @Override
  public double[][] tokenLosses(Pass pass, List<SequencePair> examples) {
    return task.tokenLosses(pass, joined(examples));
  }

  private static List<TokenSequence> joined(List<SequencePair> examples) {
    return examples.stream().map(PrefixTask::joined).toList();
  }

  private static TokenSequence joined(SequencePair pair) {
    int[] source = pair.source();
    int[] all = Arrays.copyOf(source, source.length + pair.target().length);
    System.arraycopy(pair.target(), 0, all, source.length, pair.target().length);
    return new TokenSequence(all, source.length);
  }

  @Override
  public List<int[]> write(
      Session session, Weights weights, List<int[]> sources, GenerationSettings settings) {
    int longest = sources.stream().mapToInt(source -> source.length).max().orElseThrow();
    List<long[]> prompts = new ArrayList<>();
    List<long[]> mask = new ArrayList<>();
    for (int[] source : sources) {
      long[] prompt = new long[longest];
      long[] seen = new long[longest];
      int padding = longest - source.length;
      Arrays.fill(prompt, 0, padding, settings.pad());
      Arrays.fill(seen, padding, longest, 1);
      for (int i = 0; i < source.length; i++) {
        prompt[padding + i] = source[i];
      }
      prompts.add(prompt);
      mask.add(seen);
    }
    PromptContinuation continuation =
        new PromptContinuation(decoder, session, weights, mask.toArray(long[][]::new));
    return Written.after(
        longest, Generation.run(continuation, prompts.toArray(long[][]::new), settings), settings);
  }

  @Override
  public Parameters parameters() {
    return task.parameters();
  }

  @Override
  public int tokens(SequencePair example) {
    return example.source().length + example.target().length - 1;
  }

  @Override
  public int terms(SequencePair example) {
    return example.target().length;
  }

  @Override
  public long activeSize() {
    return task.activeSize();
  }

  @Override
  public double flopsPerToken(double length) {
    return task.flopsPerToken(length);
  }
}
