package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A model's {@code config.json}, read by name and type. A field that is missing or of another type
 * is reported by its name.
 */
public final class ModelConfig {

  private final String place;
  private final JsonNode fields;

  private ModelConfig(String place, JsonNode fields) {
    this.place = place;
    this.fields = fields;
  }

  /**
   * @throws MalformedCheckpoint if it is not a JSON object
   */
  public static ModelConfig read(Path path) throws IOException {
    return new ModelConfig(path.toString(), JsonFile.object(path));
  }

  /**
   * Fields that have been read already.
   *
   * @param place what messages call it
   */
  public static ModelConfig of(String place, JsonNode fields) {
    return new ModelConfig(place, fields);
  }

  /** All fields, to be written with a model that keeps them. */
  public JsonNode fields() {
    return fields.deepCopy();
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return fields.hasNonNull(name);
  }

  /** A whole number of at least 1, such as a width. */
  public int size(String name) {
    return get(name, "a whole number from 1 up", n -> n.canConvertToInt() && n.intValue() >= 1)
        .intValue();
  }

  public int size(String name, int otherwise) {
    return has(name) ? size(name) : otherwise;
  }

  /** A whole number. */
  public int whole(String name) {
    return get(name, "a whole number", JsonNode::canConvertToInt).intValue();
  }

  public int whole(String name, int otherwise) {
    return has(name) ? whole(name) : otherwise;
  }

  /** A number. */
  public double real(String name) {
    return get(name, "a number", JsonNode::isNumber).doubleValue();
  }

  public double real(String name, double otherwise) {
    return has(name) ? real(name) : otherwise;
  }

  /** True or false. */
  public boolean flag(String name) {
    return get(name, "true or false", JsonNode::isBoolean).booleanValue();
  }

  public boolean flag(String name, boolean otherwise) {
    return has(name) ? flag(name) : otherwise;
  }

  /** A text. */
  public String text(String name) {
    return get(name, "a text", JsonNode::isTextual).textValue();
  }

  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /**
   * A text that stands for something.
   *
   * @param known gives null for a text that stands for nothing
   * @param all the texts that are known, for the message
   */
  public <T> T named(String name, Function<String, T> known, List<String> all) {
    T meaning = known.apply(text(name));
    if (meaning == null) {
      throw new MalformedCheckpoint(
          "%s: %s is '%s'; known are %s"
              .formatted(place, name, Quoted.text(text(name)), String.join(", ", all)));
    }
    return meaning;
  }

  /**
   * Refuses every value but these of a field that changes what the model computes. A field that is
   * missing or null passes.
   */
  public void only(String name, Object... supported) {
    String value = fields.path(name).asText();
    if (has(name) && Arrays.stream(supported).noneMatch(each -> each.toString().equals(value))) {
      throw new MalformedCheckpoint(
          "%s: %s is %s, which is not supported; supported is %s"
              .formatted(
                  place,
                  name,
                  Quoted.text(fields.get(name).toString()),
                  Arrays.stream(supported)
                      .map(Object::toString)
                      .collect(Collectors.joining(", "))));
    }
  }

  private JsonNode get(String name, String what, Predicate<JsonNode> holds) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new MalformedCheckpoint(place + ": " + name + " is missing; it must be " + what);
    }
    boolean wholeAsReal = what.startsWith("a whole") && !value.isIntegralNumber();
    if (wholeAsReal || !holds.test(value)) {
      throw new MalformedCheckpoint(
          "%s: %s is %s; it must be %s"
              .formatted(place, name, Quoted.text(value.toString()), what));
    }
    return value;
  }
}
