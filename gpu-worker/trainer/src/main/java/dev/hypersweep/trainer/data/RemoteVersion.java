package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which state of a file a server gave, as far as it says (RFC 9110, 8.8).
 *
 * @param etag strong or weak, or null
 * @param modified the header {@code Last-Modified} as it was written, or null
 * @param length of the whole file in bytes, or -1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RemoteVersion(String etag, String modified, long length) {

  /**
   * The version that an answer is of.
   *
   * @param length of the whole file
   */
  static RemoteVersion of(HttpHeaders headers, long length) {
    return new RemoteVersion(
        headers.firstValue("ETag").orElse(null),
        headers.firstValue("Last-Modified").orElse(null),
        length);
  }

  /** What a server compares before it goes on: a weak ETag says nothing about bytes. */
  Optional<String> strong() {
    return etag != null && !etag.startsWith("W/")
        ? Optional.of(etag)
        : Optional.ofNullable(modified);
  }

  /** Whether both may be one file: nothing that both say differs. */
  boolean agrees(RemoteVersion other) {
    return same(etag, other.etag)
        && same(modified, other.modified)
        && (length < 0 || other.length < 0 || length == other.length);
  }

  private static boolean same(String one, String other) {
    return one == null || other == null || one.equals(other);
  }

  /** That of a file which is not whole yet; empty if it was not kept. */
  static Optional<RemoteVersion> beside(Path draft) {
    try {
      return Optional.of(
          RowJson.MAPPER.readValue(Files.readString(place(draft)), RemoteVersion.class));
    } catch (IOException e) {
      return Optional.empty(); // never written, or half: the file is begun again
    }
  }

  void keepBeside(Path draft) throws IOException {
    Files.writeString(place(draft), RowJson.MAPPER.writeValueAsString(this));
  }

  /** Deletes a file that is not whole, and what is known of it. */
  static void forget(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    Files.deleteIfExists(place(draft));
  }

  static Path place(Path draft) {
    return draft.resolveSibling(draft.getFileName() + ".version");
  }
}
