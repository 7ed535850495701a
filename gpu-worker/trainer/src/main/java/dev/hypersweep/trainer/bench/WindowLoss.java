package dev.hypersweep.trainer.bench;

import dev.hypersweep.trainer.model.TokenLosses;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.Job;
import java.util.List;

/** The mean loss of the predicted tokens of windows, in nats. */
final class WindowLoss {

  private WindowLoss() {}

  @SuppressWarnings("unchecked")
  static double of(Session session, Job<TokenSequence> job, List<TokenSequence> windows) {
    TokenLosses<TokenSequence> model = (TokenLosses<TokenSequence>) job.model();
    double sum = 0;
    long tokens = 0;
    for (TokenSequence window : windows) {
      try (Pass pass = Pass.evaluation(session, job.weights())) {
        for (double loss : model.tokenLosses(pass, List.of(window))[0]) {
          sum += loss;
          tokens++;
        }
      }
    }
    return sum / tokens;
  }
}
