package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.model.CausalTask;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.DataFacts;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.Job;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.TrainingConfiguration;
import java.util.List;

/** Language modelling made ready: documents packed into sequences, a decoder, its perplexities. */
public final class LanguageModelJob {

  private static final String PACKED = "packed-1";

  private LanguageModelJob() {}

  /**
   * @param corpus of documents
   * @param headline the dataset's own metric
   */
  public static Job<TokenSequence> of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus,
      Metric headline) {
    int length = settings.integer("sequence_length");
    Started started =
        Started.of(
            session,
            specification,
            settings,
            () -> corpus.train().stream().map(each -> ((Example.Document) each).text()).iterator(),
            Started.hash(corpus),
            length);
    if (!(started.network() instanceof WritingNetwork.Decoder decoder)) {
      throw new InvalidSetting(
          "settings.backbone: "
              + settings.choice("backbone")
              + " is no language model; take gpt2 or deepseek");
    }
    CausalTask task = decoder.languageModel();
    Packed train = Packed.kept(corpus.train(), started.tokens(), TokenCache.ofEnvironment());
    LanguageModelEvaluation evaluation =
        new LanguageModelEvaluation(
            task,
            corpus.evaluations(),
            started.tokens(),
            length,
            training.evaluationBatch(),
            headline);
    DataFacts facts = new DataFacts().add("train", train.truncated());
    evaluation.addTo(facts);
    return new Job<>(
        task,
        started.weights(),
        train.windows(length),
        evaluation,
        (some, weights, step) -> List.of(),
        started.tokens().name() + "+" + PACKED,
        facts.all());
  }
}
