package dev.hypersweep.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds nodes from the engine's events. The engine's own composer is not used: it recurses without
 * bound and does not see duplicate keys.
 */
final class NodeBuilder {

  private static final int MOST_DEPTH = 50;
  private static final int MOST_NODES = 200_000;
  private static final int MOST_BYTES_OF_A_STRING = 64 * 1024;

  private final Iterator<Event> events;
  private final Faults faults;
  private final Map<Anchor, Node> anchors = new HashMap<>();

  NodeBuilder(Iterator<Event> events, Faults faults) {
    this.events = events;
    this.faults = faults;
  }

  /** The only document of the stream. */
  Node document() {
    events.next(); // stream start
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return new Node.Scalar(Place.START, "", null, Node.Style.PLAIN);
    }
    Node node = node(events.next(), 0);
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        throw fatal(place(event), "there is a second document", "send one definition at a time");
      }
      if (!(event instanceof DocumentEndEvent) && event.getEventId() != Event.ID.StreamEnd) {
        throw fatal(place(event), "something follows the definition", "remove it");
      }
    }
    return node;
  }

  private Node node(Event event, int depth) {
    if (depth > MOST_DEPTH) {
      throw fatal(
          place(event),
          "nested more than " + MOST_DEPTH + " deep",
          "a definition is flat: docs/sweeps.md shows every field");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    refuseTags(event);
    Node node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar);
    } else if (event instanceof SequenceStartEvent) {
      node = sequence(place(event), depth);
    } else {
      node = mapping((MappingStartEvent) event, depth);
    }
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    return node;
  }

  private Node aliased(AliasEvent event) {
    Node node = anchors.get(event.getAlias());
    if (node == null) {
      throw fatal(
          place(event),
          "*" + event.getAlias() + " refers to nothing that ends before it",
          "define &" + event.getAlias() + " earlier, or write the value here");
    }
    return node;
  }

  private Node sequence(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    long size = 1;
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      Node item = node(event, depth + 1);
      size = bounded(size + item.size(), place(event));
      items.add(item);
    }
    return new Node.Sequence(place, items, size);
  }

  private Node mapping(MappingStartEvent start, int depth) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    long size = 1;
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      Place place = place(event);
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      size = bounded(size + key.size() + value.size(), place);
      if (!(key instanceof Node.Scalar name)) {
        throw fatal(place, "the name of a field is a text", "write name: value");
      }
      if (name.text().equals("<<")) {
        throw fatal(place, "<< is not part of YAML 1.2", "write the fields out");
      }
      Node.Field earlier = fields.putIfAbsent(name.text(), new Node.Field(name, value));
      if (earlier != null) {
        int line = earlier.key().place().line();
        faults.add(
            place,
            Shown.shortened(name.text()),
            "",
            "'" + Shown.shortened(name.text()) + "' stands here twice, first in line " + line,
            "remove one of them");
      }
    }
    return new Node.Mapping(place(start), fields, size);
  }

  private Node.Scalar scalar(ScalarEvent event) {
    String text = event.getValue();
    Place place = place(event);
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_A_STRING) {
      throw fatal(place, "a text of more than " + MOST_BYTES_OF_A_STRING + " bytes", "shorten it");
    }
    if (!storable(text)) {
      throw fatal(
          place,
          "a text with a control character or half a character",
          "remove escapes such as \\0, \\e and lone \\uD800");
    }
    boolean tagged = event.getTag().isPresent();
    Node.Style style =
        event.isPlain()
            ? Node.Style.PLAIN
            : event.isLiteral() || event.isFolded() ? Node.Style.BLOCK : Node.Style.QUOTED;
    boolean resolves = style == Node.Style.PLAIN && !tagged;
    return new Node.Scalar(place, text, resolves ? CoreSchema.value(text) : text, style);
  }

  /**
   * No database column takes a zero character, other control characters command the terminal that
   * shows them, and half a surrogate pair has no UTF-8 form.
   */
  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private void refuseTags(Event event) {
    String tag = "";
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag().orElse("");
    } else if (event instanceof SequenceStartEvent sequence) {
      tag = sequence.getTag().orElse("");
    } else if (event instanceof MappingStartEvent mapping) {
      tag = mapping.getTag().orElse("");
    }
    boolean text = tag.equals("!") || tag.equals("tag:yaml.org,2002:str");
    if (!tag.isEmpty() && !(text && event instanceof ScalarEvent)) {
      throw fatal(
          place(event), "tags such as " + Shown.shortened(tag) + " are not read", "remove it");
    }
  }

  private long bounded(long size, Place place) {
    if (size > MOST_NODES) {
      throw fatal(
          place, "aliases expand to more than " + MOST_NODES + " values", "write the values out");
    }
    return size;
  }

  private RuntimeException fatal(Place place, String message, String fix) {
    faults.add(place, "", "", message, fix);
    return faults.invalid();
  }

  private static Place place(Event event) {
    return event.getStartMark().map(Place::of).orElse(Place.START);
  }
}
