package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.protocol.DatasetInfo;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A dataset in memory: its splits, and what they are called and counted as. */
public final class Corpus {

  private final Dataset dataset;
  private final DatasetInfo info;
  private final Split train;
  private final List<Split> evaluations;
  private final Supplier<List<Split>> tests;
  private final Supplier<List<Diagnosis>> diagnoses;
  private final Function<Split, List<TextToText>> textToText;

  /**
   * @param train without examples where the dataset can only be evaluated
   * @param evaluations at least one; the first is the headline one
   * @param tests the splits without labels, for submissions; read when they are asked for
   * @param diagnoses what else its models are scored on; read when they are asked for
   * @param textToText makes the text-to-text form of one of the splits
   */
  Corpus(
      Dataset dataset,
      DatasetInfo info,
      Split train,
      List<Split> evaluations,
      Supplier<List<Split>> tests,
      Supplier<List<Diagnosis>> diagnoses,
      Function<Split, List<TextToText>> textToText) {
    this.dataset = dataset;
    this.info = info;
    this.train = train;
    this.evaluations = List.copyOf(evaluations);
    this.tests = tests;
    this.diagnoses = diagnoses;
    this.textToText = textToText;
  }

  /** What the catalogue says of it. */
  public Dataset dataset() {
    return dataset;
  }

  /** What was counted and hashed. */
  public DatasetInfo info() {
    return info;
  }

  /** The training split; empty where the dataset can only be evaluated. */
  public List<Example> train() {
    return train.examples();
  }

  /** The headline evaluation split. */
  public List<Example> evaluation() {
    return evaluations.get(0).examples();
  }

  /** The training split with its name. */
  public Split trainSplit() {
    return train;
  }

  /** All evaluation splits, the headline one first; metrics of the others are prefixed. */
  public List<Split> evaluations() {
    return evaluations;
  }

  /** The splits without labels that submissions answer; empty where there are none. */
  public List<Split> tests() {
    return tests.get();
  }

  /**
   * Other datasets that models of this one are scored on; empty for most.
   *
   * @throws DatasetAbsent if one is not on this machine
   */
  public List<Diagnosis> diagnoses() {
    return diagnoses.get();
  }

  /** The text-to-text form of a split of this corpus, one for each example, in its order. */
  public List<TextToText> textToText(Split split) {
    return textToText.apply(split);
  }
}
