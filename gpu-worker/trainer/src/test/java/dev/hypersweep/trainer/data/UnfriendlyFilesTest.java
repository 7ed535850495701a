package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of people's own as they come from spreadsheets, mail and broken downloads. */
class UnfriendlyFilesTest {

  private static final String CARD =
      """
      title: Pairs
      task: classification
      format: FORMAT
      splits: {dev: {files: [dev.FORMAT]}}
      evaluation: dev
      labels: {0: no, 1: yes}
      encoder: {id: "{id}", text: "{one}", pair: "{two}", label: "{label}"}
      metrics: [accuracy]
      """;

  private static final Example YES = new Example.Labelled("a", null, "x", "y", 1);
  private static final Example NO = new Example.Labelled("b", null, "p, q", "z", 0);

  @TempDir Path data;
  private OwnDataset own;

  @BeforeEach
  void dataset() {
    own = new OwnDataset(data, "own/pairs");
  }

  private OwnDataset in(String format) throws IOException {
    return own.card(CARD.replace("FORMAT", format));
  }

  private void refused(String message) {
    assertThatThrownBy(() -> own.read())
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining(message);
    DatasetStatus status = DatasetStatus.of(new Corpora(data), "own/pairs");
    assertThat(status.state()).isEqualTo("broken");
    assertThat(status.fault()).contains(message);
  }

  @Test
  void marksCarriageReturnsAndQuotesOfSpreadsheetsAreNoText() throws IOException {
    in("csv").file("dev.csv", "\uFEFFid,one,two,label\r\na,x,\"y\",1\r\nb,\"p, q\",z,0\r\n");
    assertThat(own.read().evaluation()).containsExactly(YES, NO);
    in("jsonl")
        .file(
            "dev.jsonl",
            "\uFEFF{\"id\":\"a\",\"one\":\"x\",\"two\":\"y\",\"label\":1}\r\n"
                + "{\"id\":\"b\",\"one\":\"p, q\",\"two\":\"z\",\"label\":0}\r\n");
    assertThat(own.read().evaluation()).containsExactly(YES, NO);
  }

  @Test
  void whatGzipCompressedIsReadAndItsEndMustBeThere() throws IOException {
    byte[] whole = gzip("id\tone\ttwo\tlabel\na\tx\ty\t1\nb\tp, q\tz\t0\n");
    in("tsv").file("dev.tsv", whole);
    assertThat(own.read().evaluation()).containsExactly(YES, NO);
    own.file("dev.tsv", Arrays.copyOf(whole, whole.length - 6));
    refused("dev.tsv: its gzip data is cut off or damaged; copy the file again");
    whole[whole.length - 6] ^= 0x55;
    own.file("dev.tsv", whole);
    refused("dev.tsv: its gzip data is cut off or damaged");
  }

  @Test
  void otherKindsOfFilesAreCalledByTheirName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("dev.tsv"));
    }
    in("tsv").file("dev.tsv", bytes.toByteArray());
    refused("dev.tsv: is a zip archive; unpack it");
    own.file("dev.tsv", "PAR1..");
    refused("dev.tsv: is a Parquet file; write format: parquet");
    own.file("dev.tsv", "id\tone\ttwo\tlabel\n", StandardCharsets.UTF_16);
    refused("dev.tsv, line 1: not UTF-8 text; save it as UTF-8");
    in("parquet").file("dev.parquet", "id\tone\n");
    refused("dev.parquet: not readable as Parquet");
  }

  @Test
  void aFileWithoutRowsIsNoSplit() throws IOException {
    for (String format : List.of("tsv", "csv", "jsonl")) {
      in(format).file("dev." + format, "");
      refused("dev." + format + ": the split dev has no rows; copy the file again");
    }
  }

  @Test
  void columnsAreThereOnceAndByTheirNames() throws IOException {
    in("csv").file("dev.csv", "id,one,one,label\na,x,y,1\n");
    refused("dev.csv, line 1: the header names the column one twice; mend it there");
    own.file("dev.csv", "id;one;two;label\na;x;y;1\n");
    refused("dev.csv, line 2: there is no column one; there are [id;one;two;label]");
    own.file("dev.csv", "id,one,tow,label\na,x,y,1\n");
    refused(
        "dev.csv: no row has what encoder.pair asks for, {two}; the columns are"
            + " [id, one, tow, label]: mend the card");
  }

  @Test
  void valuesThatAreNotThereAreNamedWithTheirLine() throws IOException {
    in("jsonl").file("dev.jsonl", "{\"one\":null,\"two\":\"y\",\"label\":1}\n");
    refused("dev.jsonl, line 1: column one is empty (null)");
    own.file("dev.jsonl", "{\"one\":\"x\",\"two\":\"y\",\"label\":\"\"}\n");
    refused("dev.jsonl, line 1: an empty label is none of [0, 1]");
    own.file("dev.jsonl", "{\"one\":\"x\",\"two\":\"y\",\"label\":1}\n{\"one\":\n");
    refused("dev.jsonl, line 2: not JSON at character");
    own.file("dev.jsonl", "{\"id\":1,\"one\":\"x\",\"two\":\"y\",\"label\":1}\n".repeat(2));
    refused("dev.jsonl, line 2: the id 1 is there twice");
  }

  @Test
  void aTextToTextFormThatFitsNoRowIsFoundByTheCheck() throws IOException {
    in("tsv").file("dev.tsv", "id\tone\ttwo\tlabel\na\tx\ty\t1\n");
    own.card(CARD.replace("FORMAT", "tsv") + "text_to_text: {source: \"is {three}?\"}\n");
    DatasetStatus status = DatasetStatus.of(new Corpora(data), "own/pairs");
    assertThat(status.fault()).contains("dev.tsv, line 2: there is no column three");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
