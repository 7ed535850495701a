package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes examples of rows by the templates of a card's {@code encoder}. */
final class Assembly {

  private final Dataset dataset;
  private final boolean answered;
  private final List<String> labels;
  private final Set<String> found = new HashSet<>();
  private Row last;

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
    last = row;
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
      throw new IllegalArgumentException(
          (written.isEmpty() ? "an empty label" : "label " + written) + " is none of " + labels);
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
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("no option is the answer");
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

  private Example question(String id, Row row) {
    String context = text(row, "context");
    Template answers = templates("answers").get(0);
    return new Example.Question(
        id,
        context,
        text(row, "question"),
        answered ? SpanAnswers.of(row, answers, context) : List.of());
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
    if (templates.isEmpty() || !templates.get(0).fits(row, Map.of())) {
      return null;
    }
    found.add(role);
    return text(row, role);
  }

  /** What the card names and no row had: a second text whose column is misspelt, for example. */
  Optional<String> neverThere() {
    return Stream.of("pair", "group")
        .filter(role -> !templates(role).isEmpty() && !found.contains(role))
        .map(
            role ->
                "no row has what encoder.%s asks for, %s; the columns are %s: mend the card"
                    .formatted(role, templates(role).get(0).pattern(), last.names()))
        .findFirst();
  }

  private List<Template> templates(String role) {
    return dataset.encoder().getOrDefault(role, List.of()).stream()
        .map(pattern -> new Template(pattern, dataset.spelled()))
        .toList();
  }
}
