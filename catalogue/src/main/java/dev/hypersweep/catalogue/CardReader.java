package dev.hypersweep.catalogue;

import dev.hypersweep.source.Faults;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a card: {@code docs/datasets.md} describes the language. */
public final class CardReader {

  private static final List<String> FIELDS =
      List.of(
          "title",
          "task",
          "question",
          "homepage",
          "licence",
          "folder",
          "built_in",
          "format",
          "encoding",
          "header",
          "columns",
          "derive",
          "splits",
          "train",
          "evaluation",
          "test",
          "labels",
          "skip",
          "spelled",
          "encoder",
          "text_to_text",
          "metrics",
          "scored",
          "sha256",
          "fetch",
          "where");

  private static final int LINE = 1000;

  private final Faults faults = new Faults();
  private final Section card;
  private final CardLists lists;

  private CardReader(String text) {
    card = new Section("", SourceText.read(text, faults), faults).known(FIELDS);
    lists = new CardLists(faults);
  }

  /**
   * Reads a card.
   *
   * @param name of the dataset
   * @param folder where its files are if the card does not say
   * @throws InvalidDefinition with every fault, each with line, column, value and fix
   */
  public static Dataset read(String name, String folder, String text) {
    CardReader reader = new CardReader(text);
    Dataset dataset = reader.dataset(name, folder, hash(text));
    reader.faults.throwIfAny();
    return dataset;
  }

  private Dataset dataset(String name, String folder, String hash) {
    TaskKind kind = kind();
    boolean builtIn = card.truth("built_in").orElse(false);
    Map<String, String> labels = labels(kind);
    List<Metric> metrics = metrics("metrics", kind, labels.size());
    if (!card.has("metrics")) {
      String first = MetricFit.of(kind).get(0);
      card.missing("metrics", "add metrics: [" + first + "], the headline metric first");
    }
    List<SplitCard> splits = new SplitReader(card, lists).read();
    List<String> evaluations = answered("evaluation", splits);
    List<String> tests = names("test", splits);
    if (evaluations.isEmpty() && tests.isEmpty() && faults.count() == 0) {
      card.missing("evaluation", "name the split that is scored: evaluation: [dev]");
    }
    return new Dataset(
        name,
        text("title", name),
        kind,
        text("question", ""),
        metrics,
        card.has("scored")
            ? metrics("scored", kind, labels.size())
            : metrics.stream().limit(1).toList(),
        builtIn,
        builtIn ? "" : text("folder", folder),
        text("homepage", ""),
        text("licence", "not stated"),
        labels,
        lists.texts(card, "skip"),
        splits,
        answered("train", splits).stream().findFirst().orElse(""),
        evaluations,
        tests,
        encoder(kind),
        templates("text_to_text", List.of("source", "target", "candidates")),
        spelled(),
        lists.pairs(card, "sha256"),
        downloads(),
        text("where", ""),
        hash);
  }

  private TaskKind kind() {
    List<String> kinds = Stream.of(TaskKind.values()).map(TaskKind::kindName).toList();
    if (!card.has("task")) {
      card.missing("task", "write task: " + kinds.get(0) + ", or another of " + kinds);
    }
    return card.word("task", kinds).flatMap(TaskKind::named).orElse(TaskKind.CLASSIFICATION);
  }

  private String text(String field, String otherwise) {
    return card.line(field, LINE).orElse(otherwise);
  }

  private List<Metric> metrics(String field, TaskKind kind, int classes) {
    List<String> known = Stream.of(Metric.values()).map(Metric::metricName).toList();
    return lists.nodes(card, field).stream()
        .flatMap(
            node -> {
              String typed = CardLists.typed(node);
              if (Metric.named(typed).isEmpty()) {
                faults.add(node, field, "no such metric", Nearest.fix(typed, known));
              }
              Metric.named(typed)
                  .flatMap(metric -> MetricFit.misfit(metric, kind, classes))
                  .ifPresent(
                      why ->
                          faults.add(
                              node,
                              field,
                              why,
                              "take of " + String.join(", ", MetricFit.of(kind))));
              return Metric.named(typed).stream();
            })
        .toList();
  }

  private List<String> names(String field, List<SplitCard> splits) {
    List<String> known = splits.stream().map(SplitCard::name).toList();
    List<Node> nodes = lists.nodes(card, field);
    for (Node node : nodes) {
      String typed = CardLists.typed(node);
      if (!known.contains(typed)) {
        faults.add(node, field, "no such split", Nearest.fix(typed, known));
      }
    }
    return nodes.stream().map(CardLists::typed).toList();
  }

  /** Splits that must have answers. */
  private List<String> answered(String field, List<SplitCard> splits) {
    List<String> without =
        splits.stream().filter(split -> !split.labels()).map(SplitCard::name).toList();
    for (Node node : lists.nodes(card, field)) {
      if (without.contains(CardLists.typed(node))) {
        faults.add(
            node,
            field,
            "this split has labels: false, so there is nothing to compare answers with",
            "write test: " + CardLists.typed(node) + ", or leave labels: false out");
      }
    }
    return names(field, splits);
  }

  private Map<String, String> labels(TaskKind kind) {
    Map<String, String> labels = lists.pairs(card, "labels");
    if (kind == TaskKind.CLASSIFICATION && labels.size() < 2) {
      card.missing("labels", "add labels: [no, yes], or {\"0\": no, \"1\": yes}");
    }
    return labels;
  }

  private Map<String, List<String>> encoder(TaskKind kind) {
    List<String> known =
        Stream.of(List.of("id"), kind.required(), kind.optional()).flatMap(List::stream).toList();
    Map<String, List<String>> found = templates("encoder", known);
    boolean given = card.has("encoder") && card.get("encoder") instanceof Node.Mapping;
    for (String field : kind.required()) {
      if (!found.containsKey(field)) {
        String fix = "add " + field + ": \"{column}\" to encoder";
        if (given) {
          card.section("encoder", "").ifPresent(section -> section.missing(field, fix));
        } else {
          card.missing("encoder", "write encoder: {" + field + ": \"{column}\", ..}");
          break;
        }
      }
    }
    return found;
  }

  private Map<String, List<String>> templates(String field, List<String> known) {
    Map<String, List<String>> templates = new LinkedHashMap<>();
    card.section(field, field + ": {" + known.get(0) + ": \"{column}\"}")
        .ifPresent(
            section -> {
              section.known(known);
              for (String name : section.names()) {
                templates.put(name, lists.texts(section, name));
              }
            });
    return templates;
  }

  private Map<String, Map<String, String>> spelled() {
    Map<String, Map<String, String>> spelled = new LinkedHashMap<>();
    card.section("spelled", "spelled: {column: {value: text}}")
        .ifPresent(
            section ->
                section.names().forEach(name -> spelled.put(name, lists.pairs(section, name))));
    return spelled;
  }

  private List<Download> downloads() {
    return lists.sections(card, "fetch", List.of("from", "to", "prefix")).stream()
        .map(
            one -> {
              if (one.line("to", LINE).orElse("").matches("/.*|.*\\.\\..*|.*\\\\.*")) {
                one.fault("to", "outside of the folder", "name a file below it");
              }
              return new Download(
                  one.line("from", LINE).orElse(""),
                  one.line("to", LINE).orElse(""),
                  one.line("prefix", LINE).orElse(""));
            })
        .toList();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
