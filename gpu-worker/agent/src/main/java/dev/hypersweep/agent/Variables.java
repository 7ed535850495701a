package dev.hypersweep.agent;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Variables of an environment; an empty one is one that is not set. */
record Variables(Map<String, String> environment) {

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /**
   * @throws AgentFailure with the variable's name if the reading throws IllegalArgumentException
   */
  <T> Optional<T> read(String name, Function<String, T> reading) {
    try {
      return text(name).map(reading);
    } catch (IllegalArgumentException e) {
      throw new AgentFailure(name + ": " + e.getMessage());
    }
  }

  Optional<Integer> number(String name, int low, int high) {
    return read(
        name,
        text -> {
          if (!text.matches("\\d{1,9}")
              || Integer.parseInt(text) < low
              || Integer.parseInt(text) > high) {
            throw new IllegalArgumentException(
                "not a number from " + low + " to " + high + ": " + text);
          }
          return Integer.parseInt(text);
        });
  }
}
