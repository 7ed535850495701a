package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Diagnosis;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.metric.bleu.BleuSettings;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.Asked;
import dev.hypersweep.trainer.train.DataFacts;
import dev.hypersweep.trainer.train.Job;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.TrainingConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
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
    TextToTextForm form =
        new TextToTextForm(tokens, sourceLength, targetLength, TokenCache.ofEnvironment());
    Asked asked = Asked.of(corpus, settings);
    List<Scored> splits = scored(corpus, asked, settings, metrics, form);
    List<Sampled> tests =
        asked.tests().stream()
            .map(split -> Sampled.of(split, corpus.textToText(split), 0, form))
            .toList();
    PairTokens pairs = form.pairs(train);
    GenerationSettings search =
        GenerationSettings.of(targetLength, settings.integer("beams"), tokens.end(), tokens.pad());
    return new Job<>(
        writer,
        started.weights(),
        pairs.pairs(),
        new TextToTextEvaluation(
            writer, tokens, splits, tests, search, training.evaluationBatch(), metrics.get(0)),
        (some, weights, step) -> List.of(),
        tokens.name() + "+" + NAME + searched(settings) + signature(splits.get(0)),
        facts(pairs, splits, tests));
  }

  /** The evaluation splits, and other datasets that are asked for, each by its own metrics. */
  private static List<Scored> scored(
      Corpus corpus,
      Asked asked,
      SettingValues settings,
      List<Metric> metrics,
      TextToTextForm form) {
    int most = settings.integer("evaluation_examples");
    List<Scored> scored = new ArrayList<>();
    for (Split split : corpus.evaluations()) {
      String name = scored.isEmpty() ? "" : Sampled.whole(split.name()) + "/";
      scored.add(
          new Scored(name, Sampled.of(split, corpus.textToText(split), most, form), metrics));
    }
    for (Diagnosis other : asked.diagnoses()) {
      Split split = other.split();
      scored.add(
          new Scored(
              other.dataset().name() + "/",
              // Pairs that are compared with each other are not torn apart.
              Sampled.of(split, corpus.textToText(split), grouped(split) ? 0 : most, form),
              other.dataset().metrics()));
    }
    return scored;
  }

  private static boolean grouped(Split split) {
    return split.examples().stream()
        .anyMatch(each -> each instanceof Example.Labelled one && one.group() != null);
  }

  private static SortedMap<String, Double> facts(
      PairTokens train, List<Scored> splits, List<Sampled> tests) {
    DataFacts facts = new DataFacts().add("train", train.truncated());
    for (Scored split : splits) {
      String name = ("evaluation/" + split.name()).replaceAll("/$", "");
      facts.add(name, split.sampled().tokens().truncated());
    }
    for (Sampled test : tests) {
      facts.add("test/" + Sampled.whole(test.split().name()), test.tokens().truncated());
    }
    return facts.all();
  }

  private static Stream<String> texts(TextToText example) {
    return Stream.concat(Stream.of(example.source()), example.references().stream());
  }

  private static String searched(SettingValues settings) {
    int beams = settings.integer("beams");
    return beams == 1 ? "" : "+beams-" + beams;
  }

  /** That of sacrebleu where texts are scored by BLEU: scores of another one are not comparable. */
  private static String signature(Scored headline) {
    if (!headline.metrics().contains(Metric.BLEU)) {
      return "";
    }
    List<List<String>> references =
        headline.sampled().forms().stream()
            .map(TextToText::references)
            .filter(some -> !some.isEmpty())
            .toList();
    return "+" + BleuSettings.OF_CORPUS.signature(new References(references));
  }
}
