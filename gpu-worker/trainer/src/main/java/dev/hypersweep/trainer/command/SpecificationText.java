package dev.hypersweep.trainer.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.train.InvalidSetting;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@link RunSpecification} as people write it: JSON in which everything but dataset and variant
 * may be left out. What cannot be read is said in one line: place, value, fix.
 */
final class SpecificationText {

  private static final String HELP = "`./hypersweep train --help` shows every field";

  private SpecificationText() {}

  /**
   * What the text says; what it leaves out is null or 0.
   *
   * @throws InvalidSetting if it is no specification
   */
  static RunSpecification read(byte[] text) throws IOException {
    try {
      JsonNode given = Json.MAPPER.readTree(text);
      if (!given.isObject() || !given.hasNonNull("dataset") || !given.hasNonNull("variant")) {
        throw new InvalidSetting(
            "SPEC: give a JSON object with dataset and variant (a file of YAML is for submit); "
                + HELP);
      }
      for (String name : List.of("dataset", "variant")) {
        if (!given.get(name).isTextual()) {
          throw new InvalidSetting(
              "%s: %s is no text; give a name in quotes".formatted(name, shown(given.get(name))));
        }
      }
      return Json.MAPPER.treeToValue(given, RunSpecification.class);
    } catch (UnrecognizedPropertyException e) {
      throw new InvalidSetting(unknown(e));
    } catch (JsonMappingException e) {
      throw new InvalidSetting(misplaced(e, Json.MAPPER.readTree(text)));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new InvalidSetting(
          "SPEC: line %d, column %d is no JSON: %s; %s"
              .formatted(at.getLineNr(), at.getColumnNr(), firstLine(e), HELP));
    }
  }

  private static String unknown(UnrecognizedPropertyException e) {
    String name = e.getPropertyName();
    String fix =
        Settings.named(name).isPresent() && e.getPath().size() == 1
            ? "write it inside of settings: {\"settings\": {\"%s\": ..}}".formatted(name)
            : "known here are "
                + e.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
    return "%s: there is no such field; %s".formatted(path(e), fix);
  }

  private static String misplaced(JsonMappingException e, JsonNode given) {
    JsonNode node = given;
    for (JsonMappingException.Reference step : e.getPath()) {
      node = step.getFieldName() == null ? node : node.path(step.getFieldName());
    }
    String wanted =
        switch (path(e)) {
          case "seed", "resources.threads", "resources.memoryBytes" -> "a whole number";
          case "settings" -> "an object such as {\"steps\": 400}";
          case "resources" -> "an object such as {\"device\": \"cpu\", \"threads\": 1}";
          default -> "a text";
        };
    return "%s: %s is not %s".formatted(path(e), shown(node), wanted);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(name -> name != null)
        .collect(Collectors.joining("."));
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "..";
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }
}
