package dev.hypersweep.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset, as its card describes it.
 *
 * @param name folder name of the official layout in lower case, for example {@code glue/cola}
 * @param title as its makers write it
 * @param kind of task
 * @param task what is asked of a model, in one sentence
 * @param metrics every metric of its makers, the headline one first
 * @param scored those whose mean is the dataset's score in a benchmark
 * @param builtIn true if it comes with the program and needs no files
 * @param folder below {@code HYPERSWEEP_DATA}, or empty for a built-in one
 * @param homepage where a person reads about it
 * @param licence as far as its makers state one
 * @param labels for classes: what the files write, and the class's name, in label order
 * @param skipped what the files write as a label where there is none: such rows are left out
 * @param splits in the order of the card
 * @param train name of the split to train on, or empty
 * @param evaluations names of the splits that are scored, the headline one first
 * @param tests names of the splits without answers
 * @param encoder templates by the name of what they make, see {@link TaskKind#required}
 * @param textToText templates: {@code source}, {@code target}, {@code candidates}
 * @param spelled texts for the values of a column, by column and value: {@code {question:spelled}}
 * @param hashes SHA-256 by file, where the official file is known byte for byte
 * @param downloads where its makers offer it
 * @param where a person gets it, where no single official file exists; or empty
 * @param cardHash SHA-256 of the card's text
 */
public record Dataset(
    String name,
    String title,
    TaskKind kind,
    String task,
    List<Metric> metrics,
    List<Metric> scored,
    boolean builtIn,
    String folder,
    String homepage,
    String licence,
    Map<String, String> labels,
    List<String> skipped,
    List<SplitCard> splits,
    String train,
    List<String> evaluations,
    List<String> tests,
    Map<String, List<String>> encoder,
    Map<String, List<String>> textToText,
    Map<String, Map<String, String>> spelled,
    Map<String, String> hashes,
    List<Download> downloads,
    String where,
    String cardHash) {

  /** One of which nothing more is known: somebody else has its card. */
  public static Dataset announced(String name, TaskKind kind, Metric metric) {
    return new Dataset(
        name,
        name,
        kind,
        "",
        List.of(metric),
        List.of(metric),
        false,
        name,
        "",
        "not stated",
        Map.of(),
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        "",
        "");
  }

  /** The headline metric of its makers. */
  public Metric metric() {
    return metrics.get(0);
  }

  /** Number of classes, 0 where there are none. */
  public int classes() {
    return kind == TaskKind.CLASSIFICATION ? labels.size() : 0;
  }

  /** Names of the classes, in label order. */
  public List<String> labelNames() {
    return List.copyOf(labels.values());
  }

  /** The split of that name. */
  public Optional<SplitCard> split(String splitName) {
    return splits.stream().filter(split -> split.name().equals(splitName)).findFirst();
  }
}
