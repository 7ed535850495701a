package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.catalogue.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes examples of rows by the templates of a card's {@code encoder}. */
final class Assembly {

  private final Dataset dataset;
  private final boolean answered;
  private final List<String> labels;

  /**
   * @param answered whether the split has answers
   */
  Assembly(Dataset dataset, boolean answered) {
    this.dataset = dataset;
    this.answered = answered;
    this.labels = List.copyOf(dataset.labels().keySet());
  }

  /**
   * The row as an example.
   *
   * @param number of the row in its split, from 0
   * @throws IllegalArgumentException if it is malformed; the message says how
   */
  Example example(int number, Row row) {
    String given = optional(row, "id");
    String id = given == null || given.isEmpty() ? Integer.toString(number) : given;
    return switch (dataset.kind()) {
      case CLASSIFICATION ->
          new Example.Labelled(
              id, optional(row, "group"), text(row, "text"), optional(row, "pair"), label(row));
      case REGRESSION ->
          new Example.Scored(id, text(row, "text"), optional(row, "pair"), score(row));
      case CHOICE -> choice(id, row);
      case SPAN -> question(id, row);
      case LANGUAGE_MODEL -> new Example.Document(id, text(row, "text"));
      case TEXT_TO_TEXT ->
          new Example.Transduction(id, text(row, "source"), answered ? references(row) : List.of());
    };
  }

  /** Whether the files say of this row that it has no label. */
  boolean skips(Row row) {
    return !dataset.skipped().isEmpty()
        && answered
        && dataset.skipped().contains(String.valueOf(optional(row, "label")));
  }

  private int label(Row row) {
    if (!answered) {
      return -1;
    }
    String written = text(row, "label");
    int label = labels.indexOf(written);
    if (label < 0) {
      throw new IllegalArgumentException("label " + written + " is none of " + labels);
    }
    return label;
  }

  private double score(Row row) {
    if (!answered) {
      return Double.NaN;
    }
    String written = text(row, "score");
    try {
      double score = Double.parseDouble(written);
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      // Named below.
    }
    throw new IllegalArgumentException("score " + written + " is no finite number");
  }

  private Example choice(String id, Row row) {
    List<String> options = all(row, "options");
    List<String> names = templates("names").isEmpty() ? options : all(row, "names");
    if (options.size() < 2 || names.size() != options.size()) {
      throw new IllegalArgumentException(
          "%d options and %d names for them".formatted(options.size(), names.size()));
    }
    Set<Integer> answers = new TreeSet<>();
    if (answered) {
      String first = dataset.encoder().getOrDefault("first", List.of("0")).get(0);
      for (String written : all(row, "answer")) {
        int answer = first.equals("name") ? names.indexOf(written) : place(written, first);
        if (answer < 0 || answer >= options.size()) {
          throw new IllegalArgumentException("answer " + written + " is none of the options");
        }
        answers.add(answer);
      }
    }
    return new Example.Choice(
        id, optional(row, "group"), text(row, "context"), options, names, Set.copyOf(answers));
  }

  private static int place(String written, String first) {
    try {
      return Integer.parseInt(written) - Integer.parseInt(first);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Starts are given in code points; an answer that does not stand there is an error. */
  private Example question(String id, Row row) {
    String context = text(row, "context");
    List<Example.Answer> answers = new ArrayList<>();
    String column = dataset.encoder().get("answers").get(0);
    JsonNode given = row.get(column.substring(1, column.length() - 1));
    if (answered && given == null) {
      throw new IllegalArgumentException("there is no column " + column);
    }
    if (answered) {
      for (JsonNode one : given.isArray() ? given : List.of(given)) {
        JsonNode text = one.isObject() ? RowJson.need(one, "text") : one;
        int start =
            one.has("answer_start")
                ? CodePoints.unit(context, one.get("answer_start").asInt())
                : context.indexOf(text.asText());
        if (start < 0 || !context.startsWith(text.asText(), start)) {
          throw new IllegalArgumentException(
              "the answer \"" + text.asText() + "\" does not stand in the context at its place");
        }
        answers.add(new Example.Answer(text.asText(), start));
      }
    }
    return new Example.Question(id, context, text(row, "question"), List.copyOf(answers));
  }

  /** Every template that fits: DialogSum's test split has three references, others have one. */
  private List<String> references(Row row) {
    List<String> references = new ArrayList<>();
    for (Template template : templates("references")) {
      if (template.fits(row, Map.of())) {
        references.addAll(template.texts(row, Map.of()));
      }
    }
    if (references.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the references " + dataset.encoder().get("references") + " is there");
    }
    return List.copyOf(references);
  }

  private List<String> all(Row row, String role) {
    List<String> texts = new ArrayList<>();
    templates(role).forEach(template -> texts.addAll(template.texts(row, Map.of())));
    return List.copyOf(texts);
  }

  private String text(Row row, String role) {
    return templates(role).get(0).text(row, Map.of());
  }

  private String optional(Row row, String role) {
    List<Template> templates = templates(role);
    return templates.isEmpty() || !templates.get(0).fits(row, Map.of()) ? null : text(row, role);
  }

  private List<Template> templates(String role) {
    return dataset.encoder().getOrDefault(role, List.of()).stream()
        .map(pattern -> new Template(pattern, dataset.spelled()))
        .toList();
  }
}
