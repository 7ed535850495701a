package dev.hypersweep.trainer.data;

import static dev.hypersweep.trainer.data.FileOrigin.OWN;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.SplitCard;
import dev.hypersweep.catalogue.TaskKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is of a dataset.
 *
 * @param state {@code complete}, {@code partial}, {@code missing} or {@code broken}
 * @param fault what is wrong if it is broken, else where to get it if it is missing; or empty
 */
public record DatasetStatus(
    String name, String title, String task, String state, List<SplitStatus> splits, String fault) {

  /**
   * A split of it.
   *
   * @param rows read; 0 if it is not there
   * @param official rows; -1 where nobody says
   * @param labels how often each label occurs; empty where there are none
   */
  public record SplitStatus(
      String name, int rows, int official, SortedMap<String, Integer> labels) {}

  /** Reads every split of it. Never fails: what is wrong stands in the answer. */
  public static DatasetStatus of(Corpora corpora, String name) {
    try {
      Dataset dataset = corpora.dataset(name);
      return of(dataset, dataset.builtIn() ? null : corpora.place(dataset));
    } catch (DatasetBroken e) {
      return new DatasetStatus(name, name, "", "broken", List.of(), e.getMessage());
    } catch (DatasetAbsent e) {
      Dataset dataset = corpora.dataset(name);
      return new DatasetStatus(
          name, dataset.title(), dataset.kind().kindName(), "missing", List.of(), e.getMessage());
    }
  }

  private static DatasetStatus of(Dataset dataset, Path place) {
    List<SplitStatus> splits = new ArrayList<>();
    boolean whole = true;
    boolean any = false;
    String fault = "";
    for (SplitCard card : dataset.splits()) {
      SplitReading reading = new SplitReading(dataset, card, place);
      int rows = 0;
      SortedMap<String, Integer> labels = new TreeMap<>();
      try {
        if (reading.present()) {
          Split split = reading.read();
          rows = split.examples().size();
          split.examples().forEach(example -> count(dataset, example, labels));
          any = true;
          whole &= split.name().equals(card.name());
          if (dataset.kind() != TaskKind.LANGUAGE_MODEL && FileOrigin.of(dataset) == OWN) {
            reading.textToText(split.examples()); // nobody but its author has checked that card
          }
        } else {
          whole = false;
        }
      } catch (DatasetBroken e) {
        fault += (fault.isEmpty() ? "" : "\n") + e.getMessage();
      }
      splits.add(new SplitStatus(card.name(), rows, official(card), labels));
    }
    String state = !fault.isEmpty() ? "broken" : whole ? "complete" : any ? "partial" : "missing";
    return new DatasetStatus(
        dataset.name(), dataset.title(), dataset.kind().kindName(), state, splits, fault);
  }

  private static int official(SplitCard card) {
    return card.rows() < 0 ? -1 : (int) Math.round((card.to() - card.from()) * card.rows());
  }

  private static void count(Dataset dataset, Example example, SortedMap<String, Integer> labels) {
    if (example instanceof Example.Labelled labelled && labelled.label() >= 0) {
      labels.merge(dataset.labelNames().get(labelled.label()), 1, Integer::sum);
    }
  }
}
