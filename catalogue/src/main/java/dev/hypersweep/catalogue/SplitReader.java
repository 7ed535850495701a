package dev.hypersweep.catalogue;

import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code splits:}; what a split does not say of its layout, the card says for all. */
record SplitReader(Section card, CardLists lists) {

  private static final List<String> FIELDS =
      List.of(
          "files",
          "rows",
          "labels",
          "only",
          "part",
          "format",
          "encoding",
          "header",
          "columns",
          "derive");

  List<SplitCard> read() {
    List<SplitCard> splits = new ArrayList<>();
    if (!card.has("splits")) {
      card.missing("splits", "add splits: {train: {files: [train.tsv]}, dev: {files: [dev.tsv]}}");
    }
    card.section("splits", "splits: {dev: {files: [dev.tsv]}}")
        .ifPresent(
            all -> {
              for (String name : all.names()) {
                all.section(name, name + ": {files: [" + name + ".tsv]}")
                    .ifPresent(section -> splits.add(split(name, section.known(FIELDS))));
              }
            });
    return splits;
  }

  private SplitCard split(String name, Section section) {
    List<String> files = lists.texts(section, "files");
    if (files.isEmpty() && !card.truth("built_in").orElse(false)) {
      section.missing("files", "add files: [" + name + ".tsv]");
    }
    for (Node file : lists.nodes(section, "files")) {
      String typed = CardLists.typed(file);
      if (typed.startsWith("/") || typed.contains("..") || typed.contains("\\")) {
        lists
            .faults()
            .add(file, section.path("files"), "outside of the folder", "name a file below it");
      }
    }
    List<Node> part = lists.nodes(section, "part");
    if (!part.isEmpty() && part.size() != 2) {
      section.fault("part", "not two shares", "write part: [0, 0.9]");
    }
    if (!part.isEmpty() && !section.has("rows")) {
      section.missing("rows", "say how many rows the whole file has: a part is a share of them");
    }
    Layout layout = layout(section);
    if (layout.format().equals("parallel") && files.size() != layout.columns().size()) {
      section.fault(
          "files",
          files.size() + " files for the columns " + layout.columns(),
          "name a file for each column");
    }
    return new SplitCard(
        name,
        files,
        section.whole("rows", 0, Integer.MAX_VALUE).map(Long::intValue).orElse(-1),
        section.truth("labels").orElse(true),
        section.line("only", 200).orElse(""),
        part.size() == 2 ? share(part.get(0)) : 0,
        part.size() == 2 ? share(part.get(1)) : 1,
        layout);
  }

  private double share(Node node) {
    if (node instanceof Node.Scalar scalar
        && scalar.value() instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    lists.faults().add(node, "part", "not a share from 0 to 1", "write part: [0, 0.9]");
    return 0;
  }

  private Layout layout(Section section) {
    String format = word(section, "format", Layout.FORMATS, "");
    if (format.isEmpty() && lists.faults().count() == 0) {
      card.missing("format", "add format: tsv, or another of " + Layout.FORMATS);
    }
    boolean header = section.truth("header").or(() -> card.truth("header")).orElse(true);
    List<String> columns =
        section.has("columns") ? lists.texts(section, "columns") : lists.texts(card, "columns");
    boolean nameless = List.of("tsv", "csv").contains(format) && !header;
    if (columns.isEmpty() && (nameless || format.equals("parallel"))) {
      section.missing("columns", "name them in the files' order: columns: [label, text]");
    }
    return new Layout(
        format,
        word(section, "encoding", List.of("utf-8", "latin-1"), "utf-8"),
        header,
        columns,
        word(section, "derive", Layout.DERIVATIONS, ""));
  }

  private String word(Section section, String field, List<String> words, String otherwise) {
    return section.word(field, words).or(() -> card.word(field, words)).orElse(otherwise);
  }
}
