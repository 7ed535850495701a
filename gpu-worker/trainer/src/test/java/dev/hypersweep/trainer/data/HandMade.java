package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A small dataset for each thing that a card can ask for, its columns texts in any format. */
public enum HandMade {
  CLASSES(
      "classification",
      "labels: [bad, middling, good]\nencoder: {id: \"{id}\", text: \"{a}, {b}\", label: \"{c}\"}",
      "accuracy, macro_f1, weighted_f1, balanced_accuracy, cohen_kappa, matthews",
      "scratch bert gpt2 t5",
      "soup|too \"thin\"|bad",
      "fish|as ever|middling",
      "cake|a delight|good"),
  PAIRS(
      "classification",
      "labels: {\"0\": no, \"1\": yes}\n"
          + "encoder: {id: \"{id}\", text: \"{a}\", pair: \"{b}\", label: \"{c}\"}\n"
          + "text_to_text: {source: \"does {a} mean {b}\", target: \"{label}\"}",
      "f1, accuracy, precision, recall",
      "scratch bert t5",
      "a cat sleeps|an animal rests|1",
      "a cat sleeps|nobody is tired, says she|0"),
  NUMBERS(
      "regression",
      "encoder: {id: \"{id}\", text: \"{a}\", pair: \"{b}\", score: \"{c}\"}",
      "pearson, spearman, kendall",
      "scratch bert t5",
      "one|two|0.5",
      "three|three|5",
      "four|naïve|1e0"),
  OPTIONS(
      "choice",
      "encoder: {id: \"{id}\", context: \"{a}\", options: [\"{b}\", \"{c}\"], answer: \"{d}\", first:"
          + " \"1\"}",
      "accuracy",
      "scratch bert t5",
      "it rains|I stay dry|I get wet|2",
      "the sun shines|it is warm|it is cold|1"),
  QUESTIONS(
      "span",
      "encoder: {id: \"{id}\", context: \"{a}\", question: \"{b}\", answers: \"{c}\"}",
      "squad_f1, exact_match",
      "scratch bert t5",
      "The mill was built in 1820 by Anna\u2019s father, and burnt down.|When?|1820",
      "The mill was built in 1820 by Anna\u2019s father.|Who built it?|Anna\u2019s father"),
  SUMMARIES(
      "text-to-text",
      "encoder: {id: \"{id}\", source: \"summarize: {a}\", references: [\"{b}\", \"{c}\"]}",
      "rougeL, rouge1, rouge2, rougeLsum",
      "t5 gpt2",
      "it was a long day and then it rained|long wet day|rain at last",
      "they met, talked, and parted|a meeting|people met"),
  TRANSLATIONS(
      "text-to-text",
      "encoder: {id: \"{id}\", source: \"translate English to German: {a}\", references: \"{b}\"}",
      "bleu, chrf, chrf++, ter",
      "t5 deepseek",
      "the house is green|das Haus ist grün",
      "we go home|wir gehen nach Hause"),
  TEXTS(
      "language-model",
      "encoder: {text: \"{a}\"}",
      "word_perplexity, bits_per_byte, byte_perplexity, perplexity",
      "gpt2 deepseek",
      "the cat sat",
      "the \"dog\" ran, the cat did not");

  /** The formats in which people keep their data. */
  public static final List<String> FORMATS = List.of("jsonl", "tsv", "csv", "parquet");

  private static final int COPIES = 4;
  private static final List<String> COLUMNS = List.of("a", "b", "c", "d");

  private final String task;
  private final String fields;
  private final String metrics;
  private final String backbones;
  private final String[] rows;

  HandMade(String task, String fields, String metrics, String backbones, String... rows) {
    this.task = task;
    this.fields = fields;
    this.metrics = metrics;
    this.backbones = backbones;
    this.rows = rows;
  }

  /** Networks that can learn it. */
  public List<String> backbones() {
    return List.of(backbones.split(" "));
  }

  /** Whether that is the usual network for it. */
  public boolean first(String backbone) {
    return backbones().get(0).equals(backbone);
  }

  /** Whether its texts are longer than 32 tokens, which are bytes where a network writes. */
  public boolean isCut(String backbone) {
    boolean bytes = !backbone.equals("scratch") && !backbone.equals("bert");
    return bytes && this != TEXTS;
  }

  /** What its card asks for. */
  public String[] metrics() {
    return metrics.split(", ");
  }

  /** Writes the card and the files. */
  public void write(Path data, String name, String format) throws IOException {
    new OwnDataset(data, name)
        .card(
            """
            title: Made by hand
            task: %s
            format: %s
            splits: {train: {files: [train.%s]}, dev: {files: [dev.%s]}}
            train: train
            evaluation: dev
            %s
            metrics: [%s]
            """
                .formatted(task, format, format, format, fields, metrics));
    for (String split : List.of("train", "dev")) {
      file(data.resolve(name).resolve(split + "." + format), format);
    }
  }

  private List<Map<String, String>> table() {
    List<Map<String, String>> table = new ArrayList<>();
    for (int copy = 0; copy < COPIES; copy++) {
      for (String row : rows) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", "n" + table.size());
        List<String> texts = Arrays.asList(row.split("\\|"));
        for (int i = 0; i < texts.size(); i++) {
          cells.put(COLUMNS.get(i), texts.get(i));
        }
        table.add(cells);
      }
    }
    return table;
  }

  private void file(Path file, String format) throws IOException {
    if (format.equals("parquet")) {
      parquet(file);
      return;
    }
    List<String> lines = new ArrayList<>();
    if (!format.equals("jsonl")) {
      lines.add(String.join(format.equals("tsv") ? "\t" : ",", table().get(0).keySet()));
    }
    for (Map<String, String> row : table()) {
      lines.add(
          switch (format) {
            case "jsonl" -> new JsonMapper().writeValueAsString(row);
            case "tsv" -> String.join("\t", row.values());
            default ->
                row.values().stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","));
          });
    }
    Files.write(file, lines);
  }

  private void parquet(Path file) throws IOException {
    StringBuilder schema = new StringBuilder("message row {");
    table()
        .get(0)
        .keySet()
        .forEach(name -> schema.append(" required binary " + name + " (STRING);"));
    MessageType type = MessageTypeParser.parseMessageType(schema + " }");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .build()) {
      for (Map<String, String> row : table()) {
        Group group = new SimpleGroup(type);
        row.forEach(group::append);
        writer.write(group);
      }
    }
  }
}
