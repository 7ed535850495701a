package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.CostMetric;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variant;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.reading.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema that editors use says what the reader reads. */
class SchemaTest {

  private final Node schema = schema();

  private static Node schema() {
    try (InputStream stream = SchemaTest.class.getResourceAsStream("/sweep.schema.json")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SourceText.read(text, new Faults());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The node at a path of field names and indices. */
  private Node at(String... path) {
    Node node = schema;
    for (String step : path) {
      node =
          node instanceof Node.Sequence list
              ? list.items().get(Integer.parseInt(step))
              : ((Node.Mapping) node).fields().get(step).value();
    }
    return node;
  }

  private Iterable<String> fields(String... path) {
    return ((Node.Mapping) at(path)).fields().keySet();
  }

  private List<String> words(String... path) {
    return ((Node.Sequence) at(path))
        .items().stream().map(one -> ((Node.Scalar) one).text()).toList();
  }

  @Test
  void everyFieldIsKnownToBoth() {
    assertThat(fields("properties")).containsExactlyInAnyOrderElementsOf(Fields.SWEEP);
    assertThat(fields("$defs", "parameter", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.PARAMETER);
    assertThat(fields("$defs", "objective", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.OBJECTIVE);
    assertThat(fields("properties", "sampler", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.SAMPLER);
    assertThat(fields("properties", "pruner", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.PRUNER);
    assertThat(fields("properties", "budget", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.BUDGET);
    assertThat(fields("properties", "resources", "properties"))
        .containsExactlyInAnyOrderElementsOf(Fields.RESOURCES);
  }

  @Test
  void everySettingIsKnownToBothWithItsRange() {
    List<String> settings = Settings.all().stream().map(Setting::name).toList();
    assertThat(fields("$defs", "settings", "properties"))
        .containsExactlyInAnyOrderElementsOf(settings);
    assertThat(fields("$defs", "variant", "properties"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Fields.VARIANT.stream(), settings.stream()).toList());
    List<String> names = Stream.concat(Stream.of("variant"), settings.stream()).toList();
    assertThat(fields("$defs", "parameters", "properties"))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(fields("$defs", "point", "properties")).containsExactlyInAnyOrderElementsOf(names);
    assertThat(words("$defs", "parameter", "properties", "type", "enum"))
        .containsExactlyElementsOf(Domain.types());
    for (Setting setting : Settings.all()) {
      String[] path = {"$defs", "settings", "properties", setting.name(), ""};
      if (setting.form() != null) {
        String[] either = {"$defs", "settings", "properties", setting.name(), "anyOf"};
        assertThat(words(with(either, "0", "enum"))).isEqualTo(setting.choices());
        assertThat(((Node.Scalar) at(with(either, "1", "pattern"))).text())
            .isEqualTo("^" + setting.form() + "$");
      } else if (setting.kind() == Setting.Kind.CHOICE) {
        path[4] = "enum";
        assertThat(words(path)).isEqualTo(setting.choices());
      } else {
        path[4] = "minimum";
        assertThat(number(path)).isEqualTo(setting.low());
        path[4] = "maximum";
        assertThat(number(path)).isEqualTo(setting.high());
      }
    }
  }

  private static String[] with(String[] path, String... more) {
    return Stream.concat(Stream.of(path), Stream.of(more)).toArray(String[]::new);
  }

  private double number(String... path) {
    return ((Number) ((Node.Scalar) at(path)).value()).doubleValue();
  }

  @Test
  void everyNameOfTheCatalogueIsKnownToBoth() {
    List<String> variants = Variants.all().stream().map(Variant::name).toList();
    assertThat(words("properties", "variants", "items", "anyOf", "0", "enum"))
        .containsExactlyInAnyOrderElementsOf(variants);
    assertThat(words("$defs", "variant", "properties", "extends", "enum"))
        .containsExactlyInAnyOrderElementsOf(variants);
    assertThat(words("properties", "datasets", "items", "anyOf", "0", "enum"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Datasets.all().stream().map(Dataset::name),
                    Benchmarks.all().stream().map(Benchmark::name))
                .toList());
    assertThat(words("$defs", "objective", "properties", "metric", "enum"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    Stream.of(Objective.SCORE),
                    Arrays.stream(Metric.values()).map(Metric::metricName),
                    CostMetric.names().stream())
                .flatMap(names -> names)
                .toList());
    assertThat(number("properties", "objectives", "maxItems"))
        .isEqualTo(SweepDefinition.MOST_OBJECTIVES);
  }
}
