package dev.hypersweep.orchestrator.catalogue;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variant;
import dev.hypersweep.catalogue.Variants;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What exists and how it is scored, each list in the order in which people see it. */
@Schema(name = "Catalogue")
public record CatalogueView(
    List<DatasetView> datasets,
    List<Benchmark> benchmarks,
    List<Variant> variants,
    List<SettingView> settings,
    List<MetricView> metrics) {

  /** A dataset; {@code builtIn} ones need no files. */
  public record DatasetView(
      @Schema(examples = "glue/cola") String name,
      String title,
      String task,
      @Schema(examples = "matthews") String metric,
      boolean builtIn,
      String homepage,
      String licence) {

    static DatasetView of(Dataset dataset) {
      return new DatasetView(
          dataset.name(),
          dataset.title(),
          dataset.task(),
          dataset.metric().metricName(),
          dataset.builtIn(),
          dataset.homepage(),
          dataset.licence());
    }
  }

  /**
   * A setting: {@code low} and {@code high} for numbers, {@code choices} for choices.
   *
   * @param standard the value if a sweep says nothing
   * @param variants for which it exists
   */
  public record SettingView(
      @Schema(examples = "learning_rate") String name,
      Setting.Kind kind,
      @Schema(examples = "0.003", description = "A number, or a string for a choice.")
          Object standard,
      @Schema(nullable = true, examples = "1e-8") Double low,
      @Schema(nullable = true, examples = "10") Double high,
      List<String> choices,
      List<String> variants,
      String meaning) {

    static SettingView of(Setting setting) {
      boolean number = setting.kind() != Setting.Kind.CHOICE;
      return new SettingView(
          setting.name(),
          setting.kind(),
          setting.standard(),
          number ? setting.low() : null,
          number ? setting.high() : null,
          setting.choices(),
          Variants.all().stream().map(Variant::name).filter(setting.variants()::contains).toList(),
          setting.meaning());
    }
  }

  /** How predictions are scored. */
  public record MetricView(
      @Schema(examples = "accuracy") String name, int version, boolean higherIsBetter) {

    static MetricView of(Metric metric) {
      return new MetricView(metric.metricName(), metric.version(), metric.higherIsBetter());
    }
  }

  static CatalogueView all() {
    return new CatalogueView(
        Datasets.all().stream().map(DatasetView::of).toList(),
        Benchmarks.all(),
        Variants.all(),
        Settings.all().stream().map(SettingView::of).toList(),
        Arrays.stream(Metric.values()).map(MetricView::of).toList());
  }
}
