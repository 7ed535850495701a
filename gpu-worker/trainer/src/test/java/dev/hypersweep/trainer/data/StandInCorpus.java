package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.protocol.DatasetInfo;
import java.util.ArrayList;
import java.util.List;

/** A corpus of a few made-up examples. */
public final class StandInCorpus {

  private StandInCorpus() {}

  /** Documents. */
  public static Corpus documents(List<String> train, List<String> evaluation) {
    return corpus(documents(train), documents(evaluation), List.of(), List.of());
  }

  /** Examples and their text-to-text form. */
  public static Corpus textToText(List<TextToText> train, List<TextToText> evaluation) {
    return corpus(
        train.stream().map(TextToText::example).toList(),
        evaluation.stream().map(TextToText::example).toList(),
        train,
        evaluation);
  }

  private static Corpus corpus(
      List<Example> train,
      List<Example> evaluation,
      List<TextToText> trainForm,
      List<TextToText> evaluationForm) {
    Split held = new Split("validation", evaluation);
    return new Corpus(
        Datasets.all().get(0),
        new DatasetInfo(
            "stand-in",
            "0",
            "train/validation",
            train.size(),
            evaluation.size(),
            0,
            null,
            "text-to-text",
            "bleu"),
        new Split("train", train),
        List.of(held),
        List::of,
        List::of,
        split -> split == held ? evaluationForm : trainForm);
  }

  private static List<Example> documents(List<String> texts) {
    List<Example> documents = new ArrayList<>();
    texts.forEach(
        text -> documents.add(new Example.Document(String.valueOf(documents.size()), text)));
    return documents;
  }
}
