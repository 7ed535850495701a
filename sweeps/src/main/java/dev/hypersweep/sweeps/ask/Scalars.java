package dev.hypersweep.sweeps.ask;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of JSON as samplers hold them: Long, Double, Boolean or String. */
public final class Scalars {

  private Scalars() {}

  /** The value of a scalar. */
  public static Object of(JsonNode json) {
    if (json.isIntegralNumber()) {
      return json.longValue();
    }
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return json.isBoolean() ? (Object) json.booleanValue() : json.asText();
  }
}
