package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message riddle {
            required binary ask (STRING);
            required group options (LIST) { repeated group list { required binary element (STRING); } }
            optional int64 right;
          }
          """);

  @TempDir Path data;

  private OwnDataset riddles() throws IOException {
    return new OwnDataset(data, "riddles")
        .card(
            """
            title: Riddles
            task: choice
            format: parquet
            splits: {test: {files: [test.parquet]}}
            evaluation: test
            encoder: {context: "{ask}", options: "{options}", answer: "{right}"}
            metrics: [accuracy]
            """);
  }

  @Test
  void textsNumbersAndListsAreRead() throws IOException {
    OwnDataset own = riddles();
    write("Who?", 1L);
    assertThat(own.read().evaluation())
        .containsExactly(
            new Example.Choice(
                "0", null, "Who?", List.of("I", "you"), List.of("I", "you"), Set.of(1)));
  }

  @Test
  void aFaultIsNamedWithFileAndRow() throws IOException {
    OwnDataset own = riddles();
    write("Who?", null);
    assertThatThrownBy(own::read)
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("test.parquet: row 1: there is no column right");
    own.file("test.parquet", "PAR1 cut off");
    assertThatThrownBy(own::read)
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("test.parquet: not readable as Parquet");
  }

  /** As tables of questions are published: the answers are one object of two lists. */
  @Test
  void anObjectOfListsHoldsTheAnswersOfAQuestion() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message question {
              required binary context (STRING);
              required binary question (STRING);
              required group answers {
                required group text (LIST) { repeated group list { required binary element (STRING); } }
                required group answer_start (LIST) { repeated group list { required int32 element; } }
              }
            }
            """);
    OwnDataset own =
        new OwnDataset(data, "riddles")
            .card(
                """
                title: Questions
                task: span
                format: parquet
                splits: {test: {files: [test.parquet]}}
                evaluation: test
                encoder: {context: "{context}", question: "{question}", answers: "{answers}"}
                metrics: [squad_f1]
                """);
    Group row = new SimpleGroup(schema).append("context", "a cat, a cat").append("question", "?");
    Group answers = row.addGroup("answers");
    Group texts = answers.addGroup("text");
    Group starts = answers.addGroup("answer_start");
    for (int start : new int[] {9, 2}) {
      texts.addGroup("list").append("element", "cat");
      starts.addGroup("list").append("element", start);
    }
    write(schema, row);
    assertThat(((Example.Question) own.read().evaluation().get(0)).answers())
        .containsExactly(new Example.Answer("cat", 9), new Example.Answer("cat", 2));
    starts.addGroup("list").append("element", 1);
    write(schema, row);
    assertThatThrownBy(own::read)
        .hasMessageContaining("test.parquet: row 1: 2 answers and 3 starts of answers");
  }

  private void write(String ask, Long right) throws IOException {
    Group row = new SimpleGroup(SCHEMA).append("ask", ask);
    Group options = row.addGroup("options");
    options.addGroup("list").append("element", "I");
    options.addGroup("list").append("element", "you");
    if (right != null) {
      row.append("right", right);
    }
    write(SCHEMA, row);
  }

  private void write(MessageType schema, Group row) throws IOException {
    Path file = data.resolve("riddles/test.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      writer.write(row);
    }
  }
}
