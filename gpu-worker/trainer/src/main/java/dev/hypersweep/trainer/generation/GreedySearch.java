package dev.hypersweep.trainer.generation;

import java.util.List;

/** The most probable token at every step; a finished row is filled up with padding. */
record GreedySearch(GenerationSettings settings) {

  Generated run(Continuation continuation, long[][] prompts) {
    int longest = settings.longest(prompts[0].length);
    List<TokenRule> rules = settings.rules(prompts[0].length);
    long[][] sequences = prompts.clone();
    boolean[] finished = new boolean[prompts.length];
    int open = prompts.length;
    long[][] read = prompts;
    while (open > 0 && sequences[0].length < longest) {
      double[][] logits = continuation.next(read);
      read = new long[prompts.length][];
      for (int row = 0; row < prompts.length; row++) {
        long token = settings.pad();
        if (!finished[row]) {
          token = greatest(logits[row], sequences[row], rules);
          finished[row] = settings.isEnd(token);
          open -= finished[row] ? 1 : 0;
        }
        sequences[row] = Generation.append(sequences[row], token);
        read[row] = new long[] {token};
      }
    }
    return new Generated(sequences, null);
  }

  private static long greatest(double[] logits, long[] sequence, List<TokenRule> rules) {
    rules.forEach(rule -> rule.apply(sequence, logits));
    int greatest = 0;
    for (int token = 1; token < logits.length; token++) {
      if (logits[token] > logits[greatest]) {
        greatest = token;
      }
    }
    return greatest;
  }
}
