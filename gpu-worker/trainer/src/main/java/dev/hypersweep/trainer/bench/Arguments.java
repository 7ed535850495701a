package dev.hypersweep.trainer.bench;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a command line, taken one by one; what is left at the end is an error. */
final class Arguments {

  private final List<String> open;

  Arguments(List<String> arguments) {
    open = new ArrayList<>(arguments);
  }

  /** Takes a flag; whether it was there. */
  boolean flag(String name) {
    return open.remove(name);
  }

  /** Takes an option's value, or gives {@code otherwise}. */
  String text(String name, String otherwise) {
    int at = open.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    if (at + 1 == open.size()) {
      throw new IllegalArgumentException(name + ": needs a value");
    }
    open.remove(at);
    return open.remove(at);
  }

  /** Takes an option that is a whole number from {@code least}. */
  int number(String name, int otherwise, int least) {
    String text = text(name, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        name + ": " + text + " is not a whole number from " + least + " on");
  }

  /** Refuses whatever has not been taken. */
  void refuseRest() {
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("unknown argument " + open.get(0));
    }
  }
}
