package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.metric.bleu.BleuSettings;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.Job;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.TrainingConfiguration;
import java.util.List;
import java.util.stream.Stream;

/** A dataset of any kind in its text-to-text form, and a network that writes the answers. */
public final class TextToTextJob {

  private static final String NAME = "text-to-text-1";

  private TextToTextJob() {}

  /**
   * @param metrics of the dataset, the headline one first
   */
  public static Job<SequencePair> of(
      Session session,
      RunSpecification specification,
      SettingValues settings,
      TrainingConfiguration training,
      Corpus corpus,
      List<Metric> metrics) {
    int sourceLength = settings.integer("sequence_length");
    int targetLength = settings.integer("target_length");
    List<TextToText> train = corpus.textToText(corpus.trainSplit());
    Started started =
        Started.of(
            session,
            specification,
            settings,
            () -> train.stream().flatMap(TextToTextJob::texts).iterator(),
            Started.hash(corpus),
            sourceLength + targetLength);
    WritingTokens tokens = started.tokens();
    SequenceWriter writer = started.network().writer();
    TextToTextForm form = new TextToTextForm(tokens, sourceLength, targetLength);
    List<Sampled> splits =
        corpus.evaluations().stream()
            .map(
                split ->
                    Sampled.of(
                        split, corpus.textToText(split), settings.integer("evaluation_examples")))
            .toList();
    GenerationSettings search =
        GenerationSettings.of(targetLength, settings.integer("beams"), tokens.end(), tokens.pad());
    return new Job<>(
        writer,
        started.weights(),
        form.pairs(train),
        new TextToTextEvaluation(writer, form, splits, search, training.evaluationBatch(), metrics),
        (some, weights, step) -> List.of(),
        tokens.name() + "+" + NAME + searched(settings) + signature(metrics, splits.get(0)));
  }

  private static Stream<String> texts(TextToText example) {
    return Stream.concat(Stream.of(example.source()), example.references().stream());
  }

  private static String searched(SettingValues settings) {
    int beams = settings.integer("beams");
    return beams == 1 ? "" : "+beams-" + beams;
  }

  /** That of sacrebleu where texts are scored by BLEU: scores of another one are not comparable. */
  private static String signature(List<Metric> metrics, Sampled headline) {
    if (!metrics.contains(Metric.BLEU)) {
      return "";
    }
    List<List<String>> references =
        headline.forms().stream()
            .map(TextToText::references)
            .filter(some -> !some.isEmpty())
            .toList();
    return "+" + BleuSettings.OF_CORPUS.signature(new References(references));
  }
}
