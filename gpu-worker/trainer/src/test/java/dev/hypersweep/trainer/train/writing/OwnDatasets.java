package dev.hypersweep.trainer.train.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** Small datasets of a person's own: a card and JSON lines in a folder each. */
final class OwnDatasets {

  private OwnDatasets() {}

  /** {@code own/letters}: are these letters b? */
  static void letters(Path folder) throws IOException {
    String card =
        head("Letters", "classification", "Are these b?")
            + """
        labels: {other: other, b: b}
        encoder: {text: "{text}", label: "{label}"}
        metrics: [accuracy, f1]
        """;
    write(folder.resolve("own/letters"), card, 64, 12, OwnDatasets::letters);
  }

  private static String letters(int i) {
    boolean yes = i % 2 == 0;
    String text = (yes ? "b" : "c").repeat(3 + i % 3);
    return "{\"text\": \"%s\", \"label\": \"%s\"}".formatted(text, yes ? "b" : "other");
  }

  /** {@code own/echo}: write the word again. */
  static void echo(Path folder) throws IOException {
    String card =
        head("Echo", "text-to-text", "Which word is it?")
            + """
        encoder: {source: "say {word}", references: "{word}"}
        metrics: [rouge1, bleu, chrf]
        """;
    List<String> words = List.of("red", "blue", "green", "black");
    write(
        folder.resolve("own/echo"),
        card,
        64,
        12,
        i -> "{\"word\": \"%s\"}".formatted(words.get(i % words.size())));
  }

  /** {@code own/lines}: the same few lines. */
  static void lines(Path folder) throws IOException {
    String card =
        head("Lines", "language-model", "Which token comes next?")
            + """
        encoder: {text: "{text}"}
        metrics: [bits_per_byte, word_perplexity]
        """;
    List<String> lines = List.of("the cat sat on the mat", "a dog ran", "the sun is out");
    write(
        folder.resolve("own/lines"),
        card,
        60,
        6,
        i -> "{\"text\": \"%s\"}".formatted(lines.get(i % lines.size())));
  }

  private static String head(String title, String task, String question) {
    return """
        title: %s
        task: %s
        question: %s
        homepage: none
        licence: none
        format: jsonl
        splits:
          train: {files: [train.jsonl]}
          dev: {files: [dev.jsonl]}
        train: train
        evaluation: dev
        """
        .formatted(title, task, question);
  }

  private static void write(Path folder, String card, int train, int held, IntFunction<String> row)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("card.yaml"), card);
    write(folder.resolve("train.jsonl"), train, row);
    write(folder.resolve("dev.jsonl"), held, row);
  }

  private static void write(Path file, int rows, IntFunction<String> row) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i)).append('\n');
    }
    Files.writeString(file, text);
  }
}
