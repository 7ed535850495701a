package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the text-to-text form of rows by the templates of a card. */
record TextForms(Dataset dataset) {

  /** Whether a source can be made: a language-modelling text has none. */
  boolean exist() {
    return dataset.kind() != TaskKind.LANGUAGE_MODEL;
  }

  TextToText of(Row row, Example example) {
    if (example instanceof Example.Transduction text) {
      return new TextToText(example, text.source(), text.references(), List.of());
    }
    if (!dataset.textToText().containsKey("source")) {
      return plain(example);
    }
    String source = templates("source").get(0).text(row, Map.of());
    if (example instanceof Example.Labelled labelled) {
      return labelled(labelled, source);
    }
    List<String> candidates = filled(row, "candidates");
    if (example instanceof Example.Choice choice && !candidates.isEmpty()) {
      List<String> right =
          choice.answers().stream().sorted().map(candidates::get).distinct().toList();
      return new TextToText(example, source, right, candidates);
    }
    return new TextToText(example, source, filled(row, "target"), candidates);
  }

  private TextToText labelled(Example.Labelled example, String source) {
    List<String> names = dataset.labelNames();
    List<String> right = example.label() < 0 ? List.of() : List.of(names.get(example.label()));
    return new TextToText(example, source, right, names);
  }

  /** Of a card that does not say: the fields by their names. */
  private TextToText plain(Example example) {
    String prefix = dataset.name().replace('/', ' ');
    if (example instanceof Example.Labelled one) {
      return labelled(one, prefix + pair(one.text(), one.pair()));
    }
    if (example instanceof Example.Scored one) {
      List<String> right =
          Double.isNaN(one.score()) ? List.of() : List.of(Double.toString(one.score()));
      return new TextToText(one, prefix + pair(one.text(), one.pair()), right, List.of());
    }
    if (example instanceof Example.Question one) {
      return new TextToText(
          one,
          "question: " + one.question() + " context: " + one.context(),
          one.answers().stream().map(Example.Answer::text).toList(),
          List.of());
    }
    if (example instanceof Example.Choice one) {
      StringBuilder source = new StringBuilder(prefix);
      for (int i = 0; i < one.options().size(); i++) {
        source.append(" choice").append(i + 1).append(": ").append(one.names().get(i));
      }
      List<String> right = one.answers().stream().sorted().map(one.names()::get).toList();
      return new TextToText(one, source + " context: " + one.context(), right, one.names());
    }
    throw new IllegalStateException(dataset.name() + " has no text-to-text form");
  }

  private static String pair(String text, String pair) {
    return pair == null ? " text: " + text : " sentence1: " + text + " sentence2: " + pair;
  }

  private List<String> filled(Row row, String role) {
    List<String> texts = new ArrayList<>();
    for (Template template : templates(role)) {
      if (template.fits(row, Map.of())) {
        texts.addAll(template.texts(row, Map.of()));
      }
    }
    return List.copyOf(texts);
  }

  private List<Template> templates(String role) {
    return dataset.textToText().getOrDefault(role, List.of()).stream()
        .map(pattern -> new Template(pattern, dataset.spelled()))
        .toList();
  }
}
