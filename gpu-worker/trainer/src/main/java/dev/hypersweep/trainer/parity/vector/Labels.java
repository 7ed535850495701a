package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Names of classes as a case writes them, numbers, texts or booleans, numbered from 0. */
final class Labels {

  private final List<JsonNode> names = new ArrayList<>();

  /** How many are known by now. */
  int size() {
    return names.size();
  }

  JsonNode name(int number) {
    return names.get(number);
  }

  /** The number of a name; one that is new gets the next. */
  int number(JsonNode name) {
    int known = names.indexOf(name);
    if (known >= 0) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  /** The numbers of a list of names. */
  int[] numbers(JsonNode list) {
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(list.get(i));
    }
    return numbers;
  }
}
