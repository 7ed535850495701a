package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Diagnosis;
import dev.hypersweep.trainer.data.Split;
import java.util.List;

/**
 * What a run is asked to answer beside the evaluation splits of its dataset.
 *
 * @param diagnoses scored as often as these; none unless {@code diagnostics} is on
 * @param tests predicted once, at the end; none unless {@code predict_test} is on
 */
public record Asked(List<Diagnosis> diagnoses, List<Split> tests) {

  /** By the settings of a run. What is scored is not predicted once more. */
  public static Asked of(Corpus corpus, SettingValues settings) {
    List<Diagnosis> diagnoses =
        settings.choice("diagnostics").equals("on") ? corpus.diagnoses() : List.of();
    List<String> scored = diagnoses.stream().map(one -> one.split().name()).toList();
    List<Split> tests =
        settings.choice("predict_test").equals("on") ? corpus.tests() : List.<Split>of();
    return new Asked(
        diagnoses, tests.stream().filter(split -> !scored.contains(split.name())).toList());
  }
}
