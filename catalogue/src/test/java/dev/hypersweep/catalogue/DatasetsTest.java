package dev.hypersweep.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.source.InvalidDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetsTest {

  @Test
  void everyShippedCardIsValidAndItsMetricsAreScored() {
    assertThat(Datasets.all()).hasSizeGreaterThanOrEqualTo(49);
    for (Dataset dataset : Datasets.all()) {
      assertThat(dataset.metrics()).as(dataset.name()).containsAll(dataset.scored()).isNotEmpty();
      assertThat(dataset.builtIn()).as(dataset.name()).isEqualTo(dataset.folder().isEmpty());
      List<String> files = dataset.splits().stream().flatMap(s -> s.files().stream()).toList();
      assertThat(files).as(dataset.name()).containsAll(dataset.hashes().keySet());
    }
  }

  @Test
  void everyBenchmarkIsMadeOfKnownDatasets() {
    Benchmarks.all()
        .forEach(
            one -> one.datasets().forEach(name -> assertThat(Datasets.named(name)).isPresent()));
  }

  @Test
  void everyFaultOfACardIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                CardReader.read(
                    "own",
                    "own",
                    """
                    task: classification
                    format: tsv
                    splits: {dev: {files: [../dev.tsv], rows: many}}
                    evaluation: def
                    labels: {"0": no, "1": yes}
                    encoder: {text: "{text}"}
                    metrics: [acuracy]
                    colums: []
                    """))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("line 3, column 24, splits.dev.files: outside of the folder")
        .hasMessageContaining("line 3, column 43, splits.dev.rows: not a number")
        .hasMessageContaining("line 4, column 13, evaluation: no such split (did you mean dev?)")
        .hasMessageContaining("encoder.label: label is missing")
        .hasMessageContaining("line 7, column 11, metrics: no such metric (did you mean accuracy?)")
        .hasMessageContaining("line 8, column 1, colums: unknown field (did you mean columns?)");
  }

  @Test
  void aCardThatCouldNotBeTrainedOnIsRefusedWhereItSaysSo() {
    assertThatThrownBy(
            () ->
                CardReader.read(
                    "own",
                    "own",
                    """
                    task: classification
                    format: tsv
                    header: false
                    splits:
                      train: {files: [all.tsv], part: [0, 0.9], columns: [text, label]}
                      dev: {}
                      test: {files: [test.tsv], labels: false}
                    train: test
                    evaluation: dev
                    labels: [low, middle, high]
                    encoder: {text: "{text}", label: "{label}"}
                    metrics: [f1, rouge1]
                    """))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("line 5, column 10, splits.train.rows: rows is missing")
        .hasMessageContaining("line 6, column 8, splits.dev.files: files is missing")
        .hasMessageContaining("splits.test.columns: columns is missing")
        .hasMessageContaining("line 8, column 8, train: this split has labels: false")
        .hasMessageContaining("line 12, column 11, metrics: f1 is for two classes, there are 3")
        .hasMessageContaining("metrics: rouge1 is no metric for classification");
  }
}
