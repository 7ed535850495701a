package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.SplitCard;
import dev.hypersweep.catalogue.benchmark.Diagnostics;
import dev.hypersweep.protocol.DatasetInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The datasets of a machine: the built-in ones, and those below a folder. */
public final class Corpora {

  private final Path folder;
  private final Cards cards;

  /**
   * @param folder the official layout ({@code HYPERSWEEP_DATA}), or null if there is none
   */
  public Corpora(Path folder) {
    this.folder = folder;
    this.cards = new Cards(folder);
  }

  /** Those of this process's environment. */
  public static Corpora ofEnvironment() {
    String folder = System.getenv("HYPERSWEEP_DATA");
    return new Corpora(folder == null || folder.isBlank() ? null : Path.of(folder));
  }

  /** The folder, or null. */
  Path folder() {
    return folder;
  }

  /** Names of all datasets that have a card, whether their files are there or not. */
  public List<String> names() {
    return cards.names();
  }

  /**
   * What a card says.
   *
   * @throws DatasetAbsent if there is no such card
   * @throws DatasetBroken if the card is not valid
   */
  public Dataset dataset(String name) {
    return cards
        .named(name)
        .orElseThrow(
            () ->
                new DatasetAbsent(
                    "dataset: there is none called %s; take one of %s, or write a card for it: docs/datasets.md"
                        .formatted(name, names())));
  }

  /**
   * Reads a dataset: its training split if it is there, and those evaluation splits that are.
   *
   * @throws DatasetAbsent if it is unknown or not on this machine
   * @throws DatasetBroken if a file is malformed or incomplete
   */
  public Corpus read(String name) {
    Dataset dataset = dataset(name);
    Path place = place(dataset);
    Split train =
        dataset
            .split(dataset.train())
            .map(card -> new SplitReading(dataset, card, place))
            .filter(SplitReading::present)
            .map(SplitReading::read)
            .orElse(new Split("", List.of()));
    List<Split> evaluations =
        readings(dataset, dataset.evaluations(), place).map(SplitReading::read).toList();
    if (evaluations.isEmpty()) {
      throw new DatasetAbsent(missing(dataset, place));
    }
    DatasetInfo info = Counting.info(dataset, train, evaluations);
    return new Corpus(
        dataset,
        info,
        train,
        evaluations,
        () -> answered(dataset),
        () -> diagnoses(dataset),
        split -> textToText(dataset, split));
  }

  /** What a model of a dataset is scored on beside its own splits. */
  private List<Diagnosis> diagnoses(Dataset dataset) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (String name : Diagnostics.answeredBy(dataset.name())) {
      Dataset diagnostic = dataset(name);
      if (diagnostic.evaluations().isEmpty()) {
        continue; // its makers keep the answers
      }
      List<Split> splits =
          readings(diagnostic, diagnostic.evaluations(), place(diagnostic))
              .map(SplitReading::read)
              .toList();
      if (splits.isEmpty()) {
        throw new DatasetAbsent(
            missing(diagnostic, place(diagnostic)) + ", or write diagnostics: off");
      }
      for (Split split : splits) {
        diagnoses.add(
            new Diagnosis(
                diagnostic, new Split(Diagnostics.split(name, split.name()), split.examples())));
      }
    }
    return diagnoses;
  }

  /** What a model of a dataset answers for submissions: its tests, and diagnostics. */
  private List<Split> answered(Dataset dataset) {
    List<Split> answered = new ArrayList<>(tests(dataset));
    for (String name : Diagnostics.answeredBy(dataset.name())) {
      Dataset diagnostic = dataset(name);
      Stream.of(diagnostic.tests(), diagnostic.evaluations())
          .flatMap(splits -> readings(diagnostic, splits, place(diagnostic)))
          .map(SplitReading::read)
          .map(split -> new Split(Diagnostics.split(name, split.name()), split.examples()))
          .forEach(answered::add);
    }
    return answered;
  }

  /** The splits of a dataset that have no answers and are there; none for most. */
  public List<Split> tests(Dataset dataset) {
    return readings(dataset, dataset.tests(), place(dataset)).map(SplitReading::read).toList();
  }

  private static Stream<SplitReading> readings(Dataset dataset, List<String> splits, Path place) {
    return splits.stream()
        .map(dataset::split)
        .flatMap(Optional::stream)
        .map(card -> new SplitReading(dataset, card, place))
        .filter(SplitReading::present);
  }

  private List<TextToText> textToText(Dataset dataset, Split split) {
    String name = split.name().replaceAll("\\[.*", "");
    for (String diagnostic : Diagnostics.answeredBy(dataset.name())) {
      String prefix = Diagnostics.split(diagnostic, "");
      if (name.startsWith(prefix)) {
        return textToText(dataset(diagnostic), name.substring(prefix.length()), split.examples());
      }
    }
    return textToText(dataset, name, split.examples());
  }

  private List<TextToText> textToText(Dataset dataset, String split, List<Example> examples) {
    return new SplitReading(dataset, dataset.split(split).orElseThrow(), place(dataset))
        .textToText(examples);
  }

  private static String missing(Dataset dataset, Path place) {
    List<SplitCard> wanted =
        dataset.evaluations().stream().map(dataset::split).flatMap(Optional::stream).toList();
    if (wanted.isEmpty()) {
      return dataset.name() + " has no split with answers: it is for submissions only";
    }
    return "%s: %s is not there; put the official file at that place, or: hypersweep data fetch %s"
        .formatted(dataset.name(), place.resolve(wanted.get(0).files().get(0)), dataset.name());
  }

  Path place(Dataset dataset) {
    if (dataset.builtIn()) {
      return null;
    }
    if (folder == null) {
      throw new DatasetAbsent(
          dataset.name() + ": set HYPERSWEEP_DATA to the folder that holds " + dataset.folder());
    }
    return folder.resolve(dataset.folder());
  }
}
