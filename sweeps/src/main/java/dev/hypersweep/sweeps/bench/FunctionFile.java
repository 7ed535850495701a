package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.ask.Scalars;
import dev.hypersweep.sweeps.sampling.FreeSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads {@code functions.json} and the tables beside it. */
final class FunctionFile {

  private final Path folder;
  private final JsonNode root;

  FunctionFile(Path folder) throws IOException {
    this.folder = folder;
    this.root = new ObjectMapper().readTree(folder.resolve("functions.json").toFile());
  }

  JsonNode root() {
    return root;
  }

  List<TestFunction> functions() throws IOException {
    List<TestFunction> functions = new ArrayList<>();
    for (JsonNode one : root.get("functions")) {
      List<Parameter> parameters = new ArrayList<>();
      one.get("space").forEach(parameter -> parameters.add(parameter(parameter)));
      functions.add(
          new TestFunction(one, new FreeSpace(parameters, List.of(), Map.of()), values(one)));
    }
    return functions;
  }

  private Function<Map<String, Object>, double[]> values(JsonNode function) throws IOException {
    String kind = function.get("kind").textValue();
    if (kind.startsWith("table_")) {
      List<String> keys = new ArrayList<>();
      function.get("const").get("key_columns").forEach(key -> keys.add(key.textValue()));
      Path file = folder.resolve(function.get("const").get("file").textValue());
      Table table = new Table(file, keys);
      boolean last = kind.equals("table_last");
      return point -> {
        double[] row = table.row(keys.stream().map(key -> point.get(key).toString()).toList());
        return new double[] {
          last ? row[row.length - 1] : Arrays.stream(row).average().orElseThrow()
        };
      };
    }
    if (function.has("objectives")) {
      return point -> Formulas.several(kind, new Values(function, point));
    }
    var formula = Formulas.BY_KIND.getOrDefault(kind, TrainingFormulas.BY_KIND.get(kind));
    if (formula == null) {
      throw new IOException(folder.resolve("functions.json") + ": kind " + kind + " is not known");
    }
    return point -> new double[] {formula.applyAsDouble(new Values(function, point))};
  }

  private static Parameter parameter(JsonNode json) {
    Domain domain =
        switch (json.get("type").textValue()) {
          case "float" ->
              new Reals(
                  json.get("low").doubleValue(),
                  json.get("high").doubleValue(),
                  json.path("log").asBoolean(),
                  json.has("step") ? (Double) json.get("step").doubleValue() : null);
          case "int" ->
              new Integers(
                  json.get("low").longValue(),
                  json.get("high").longValue(),
                  json.path("log").asBoolean(),
                  json.path("step").asLong(1));
          default -> new Choices(list(json.get("choices")), false);
        };
    SortedMap<String, List<Object>> when = new TreeMap<>();
    json.path("when").properties().forEach(one -> when.put(one.getKey(), list(one.getValue())));
    String name = json.get("name").textValue();
    return new Parameter(name, domain, when.isEmpty() ? null : new Condition.Under(when));
  }

  private static List<Object> list(JsonNode json) {
    List<Object> values = new ArrayList<>();
    json.forEach(one -> values.add(Scalars.of(one)));
    return values;
  }
}
