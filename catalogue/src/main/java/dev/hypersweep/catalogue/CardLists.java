package dev.hypersweep.catalogue;

import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and mappings of a card; where a list is wanted, one value is a list of one. */
record CardLists(Faults faults) {

  List<Node> nodes(Section section, String field) {
    if (!section.has(field)) {
      return List.of();
    }
    return section.get(field) instanceof Node.Sequence sequence
        ? sequence.items()
        : List.of(section.get(field));
  }

  List<String> texts(Section section, String field) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(section, field)) {
      if (node instanceof Node.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        faults.add(node, section.path(field), "not a text", "write one text, or a list of texts");
      }
    }
    return texts;
  }

  /** A mapping from text to text; a list maps each text to itself. */
  Map<String, String> pairs(Section section, String field) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (section.has(field) && section.get(field) instanceof Node.Mapping mapping) {
      mapping
          .fields()
          .forEach(
              (name, value) -> {
                if (!(value.value() instanceof Node.Scalar)) {
                  faults.add(value.value(), section.path(field), "not a text", "write name: text");
                }
                pairs.put(name, typed(value.value()));
              });
      return pairs;
    }
    texts(section, field).forEach(text -> pairs.put(text, text));
    return pairs;
  }

  List<Section> sections(Section section, String field, List<String> known) {
    List<Section> sections = new ArrayList<>();
    for (Node node : nodes(section, field)) {
      if (node instanceof Node.Mapping mapping) {
        sections.add(new Section(section.path(field), mapping, faults).known(known));
      } else {
        faults.add(
            node, section.path(field), "not a mapping", "write - {" + known.get(0) + ": ..}");
      }
    }
    return sections;
  }

  static String typed(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : "";
  }
}
