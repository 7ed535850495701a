package dev.hypersweep.source;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 or JSON, which is YAML, into nodes. Safe for texts of strangers: bounded in size,
 * depth and expansion of aliases, and no exception but InvalidDefinition leaves it.
 */
public final class SourceText {

  /** Bytes of a definition. */
  public static final int MOST_BYTES = 1 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MOST_BYTES + 1).build();

  private SourceText() {}

  /**
   * The mapping that the text is.
   *
   * @param faults gets what is wrong inside of it, duplicate keys for example
   * @throws InvalidDefinition if there is no mapping to go on with
   */
  public static Node.Mapping read(String text, Faults faults) {
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      faults.add(
          Place.START,
          "",
          "",
          "the definition has more than " + MOST_BYTES + " bytes",
          "make several sweeps of it");
      throw faults.invalid();
    }
    Node node = root(text, faults);
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    boolean empty = node instanceof Node.Scalar scalar && scalar.value() == null;
    faults.add(
        node,
        "",
        empty ? "the definition is empty" : "a definition is a mapping of fields",
        "begin with a line such as name: my-sweep");
    throw faults.invalid();
  }

  private static Node root(String text, Faults faults) {
    try {
      Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
      return new NodeBuilder(events, faults).document();
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().or(e::getContextMark).map(Place::of).orElse(Place.START);
      throw unreadable(faults, place, e.getProblem() + begun(e, place));
    } catch (ReaderException e) {
      String found = String.format("character U+%04X", e.getCodePoint());
      throw unreadable(faults, Place.of(text, Math.min(e.getPosition(), text.length())), found);
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // The engine lets a few of its own exceptions through on broken escapes and surrogates.
      throw unreadable(faults, Place.START, String.valueOf(e.getMessage()));
    }
  }

  /** A bracket or quote that is never closed is seen at the end: where it was opened helps more. */
  private static String begun(MarkedYamlEngineException e, Place seen) {
    return e.getContextMark()
        .map(Place::of)
        .filter(begin -> begin.line() != seen.line())
        .map(
            begin ->
                ", in what begins in line %d, column %d".formatted(begin.line(), begin.column()))
        .orElse("");
  }

  private static RuntimeException unreadable(Faults faults, Place place, String problem) {
    String fix = "check quotes, brackets, colons and indentation before this place";
    if (problem.contains("TAB")) {
      fix = "indent with blanks";
    } else if (problem.contains("U+0000")) {
      fix = "save the definition as UTF-8";
    }
    faults.add(place, "", "", "not readable as YAML or JSON: " + problem, fix);
    return faults.invalid();
  }
}
