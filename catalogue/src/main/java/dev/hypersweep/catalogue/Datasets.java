package dev.hypersweep.catalogue;

import java.util.List;
import java.util.Optional;

/** Every dataset, in the order in which lists show them. */
public final class Datasets {

  private static final String WORDNET = "https://wordnet.princeton.edu";
  private static final String WORDNET_LICENCE = "WordNet 3.1 licence (Princeton University)";

  private static final List<Dataset> ALL =
      List.of(
          new Dataset(
              "wordnet/noun-supersense",
              "WordNet noun supersenses",
              "Which of 26 lexicographer files does a noun's gloss belong to?",
              Metric.ACCURACY,
              true,
              "",
              WORDNET,
              WORDNET_LICENCE),
          new Dataset(
              "wordnet/verb-supersense",
              "WordNet verb supersenses",
              "Which of 15 lexicographer files does a verb's gloss belong to?",
              Metric.ACCURACY,
              true,
              "",
              WORDNET,
              WORDNET_LICENCE),
          new Dataset(
              "glue/cola",
              "Corpus of Linguistic Acceptability",
              "Is this sentence acceptable English?",
              Metric.MATTHEWS,
              false,
              "glue/CoLA",
              "https://nyu-mll.github.io/CoLA/",
              "none granted"),
          new Dataset(
              "glue/rte",
              "Recognizing Textual Entailment",
              "Does the second sentence follow from the first?",
              Metric.ACCURACY,
              false,
              "glue/RTE",
              "https://gluebenchmark.com/tasks",
              "none stated"),
          new Dataset(
              "trec",
              "TREC question types",
              "Which of 6 kinds of answer does this question ask for?",
              Metric.ACCURACY,
              false,
              "trec",
              "https://cogcomp.seas.upenn.edu/Data/QA/QC/",
              "none stated"));

  private Datasets() {}

  /** Every dataset. */
  public static List<Dataset> all() {
    return ALL;
  }

  /** The dataset of that name. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
