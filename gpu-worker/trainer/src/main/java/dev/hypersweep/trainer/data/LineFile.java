package dev.hypersweep.trainer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A distributed file, line by line, as its makers meant it: lines end at {@code \n} only, and
 * quotation marks are ordinary characters.
 *
 * @param path the file
 * @param encoding of its bytes; a byte sequence that is not in it is an error
 * @param header 1 if the first line names columns, else 0
 * @param rows lines that the official file has, the header not counted
 */
record LineFile(Path path, Charset encoding, int header, int rows) {

  /** Reads one line into an example. */
  @FunctionalInterface
  interface LineReader {

    /**
     * @throws IllegalArgumentException if the line is malformed; the message says how
     */
    Example read(String id, String line);
  }

  /**
   * Reads every line.
   *
   * @throws DatasetAbsent if the file is not there
   * @throws DatasetBroken if a line is malformed or lines are missing
   */
  List<Example> read(LineReader reader) {
    List<String> lines = lines();
    List<Example> examples = new ArrayList<>();
    for (int i = header; i < lines.size(); i++) {
      try {
        examples.add(reader.read(Integer.toString(i - header), lines.get(i)));
      } catch (IllegalArgumentException e) {
        throw new DatasetBroken(
            path + ", line " + (i + 1) + ": " + e.getMessage() + "; fetch the official file again");
      }
    }
    if (examples.size() != rows) {
      throw new DatasetBroken(
          path
              + ", line "
              + lines.size()
              + ": the file ends after "
              + examples.size()
              + " rows, the official one has "
              + rows
              + "; fetch the official file again");
    }
    return examples;
  }

  private List<String> lines() {
    String text;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      text =
          encoding
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
    } catch (NoSuchFileException e) {
      throw new DatasetAbsent(path + " is not there; put the official file at that place");
    } catch (CharacterCodingException e) {
      throw new DatasetBroken(path + ": not " + encoding + " text; fetch the official file again");
    } catch (IOException e) {
      throw new DatasetBroken(path + ": cannot be read (" + e + "); check its permissions");
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1); // the last line ended as it should
    }
    return lines;
  }

  /** The columns of a line, parted by tabs. */
  static String[] columns(String line, int count) {
    String[] columns = line.split("\t", -1);
    if (columns.length != count) {
      throw new IllegalArgumentException(
          columns.length + " columns instead of " + count + " parted by tabs");
    }
    return columns;
  }
}
