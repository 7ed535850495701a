package dev.hypersweep.trainer.data;

import dev.hypersweep.protocol.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipException;

/**
 * A distributed file as its makers meant it: lines end at {@code \n} only, a byte order mark at the
 * beginning is none of the text, bytes that are not in the encoding are an error, and what is
 * compressed by gzip is read as what it holds.
 */
record SourceFile(Path path, Charset encoding, FileOrigin origin) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Takes one line, without its line break. */
  @FunctionalInterface
  interface LineSink {

    /**
     * @param number from 1
     * @throws IllegalArgumentException if the line is malformed; the message says how
     */
    void take(int number, String line);
  }

  /** Works on the bytes of a file. */
  @FunctionalInterface
  interface Work<T> {
    T on(InputStream in) throws IOException;
  }

  /**
   * Gives every line. If the first one ends with a carriage return, such an end is none of any
   * line's text; elsewhere a carriage return is an ordinary character.
   */
  void lines(LineSink sink) {
    CharsetDecoder decoder = decoder();
    plain(
        in -> {
          ByteArrayOutputStream line = new ByteArrayOutputStream();
          boolean returns = false;
          int number = 0;
          for (int b = in.read(); b >= 0 || line.size() > 0; b = in.read()) {
            if (b >= 0 && b != '\n') {
              line.write(b);
              continue;
            }
            number++;
            String text = text(decoder, line.toByteArray(), number);
            line.reset();
            if (number == 1) {
              returns = text.endsWith("\r");
            }
            boolean cut = returns && text.endsWith("\r");
            take(sink, number, cut ? text.substring(0, text.length() - 1) : text);
            if (b < 0) {
              break;
            }
          }
          return null;
        });
  }

  /** The whole text. */
  String text() {
    return plain(in -> text(decoder(), in.readAllBytes(), 1));
  }

  /**
   * Refuses any other bytes than those.
   *
   * @param fix what to do
   */
  void refuseOthers(String sha256, String fix) {
    String found = sha256();
    if (!found.equals(sha256)) {
      throw new DatasetBroken(
          "%s: not the official file: its SHA-256 is %s, not %s; %s"
              .formatted(path, found, sha256, fix));
    }
  }

  String sha256() {
    return open(
        in -> {
          MessageDigest digest = Sha256.digest();
          byte[] buffer = new byte[1 << 16];
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  /** What is wrong in a line, or in the whole file with line 0. */
  DatasetBroken broken(int line, String message) {
    return new DatasetBroken(
        path + (line > 0 ? ", line " + line : "") + ": " + message + "; " + origin.fix());
  }

  <T> T open(Work<T> work) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      return work.on(in);
    } catch (NoSuchFileException e) {
      throw new DatasetAbsent(path + " is not there; put " + origin.file() + " at that place");
    } catch (IOException e) {
      throw new DatasetBroken(path + ": cannot be read (" + e + "); check its permissions");
    }
  }

  /** As {@link #open}, on what a compressed file holds. */
  private <T> T plain(Work<T> work) {
    return open(
        in -> {
          try (InputStream text = Compression.none(in)) {
            return work.on(text);
          } catch (EOFException | ZipException e) {
            throw new DatasetBroken(
                path + ": its gzip data is cut off or damaged; " + origin.replacement());
          } catch (Compression.Unreadable e) {
            throw new DatasetBroken(path + ": " + e.getMessage());
          }
        });
  }

  private void take(LineSink sink, int number, String line) {
    try {
      sink.take(number, line);
    } catch (IllegalArgumentException e) {
      throw broken(number, e.getMessage());
    }
  }

  private CharsetDecoder decoder() {
    return encoding
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private String text(CharsetDecoder decoder, byte[] bytes, int line) {
    try {
      String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return marked ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DatasetBroken(
          path + ", line " + line + ": not " + encoding + " text; " + origin.recoding());
    }
  }
}
