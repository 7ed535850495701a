package dev.hypersweep.catalogue.submission;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip archive that a benchmark's site takes. The same answers give the same bytes on every
 * machine: entries in the format's order, of one fixed date, stored rather than compressed (the
 * output of compression depends on the library's version).
 */
public final class SubmissionArchive {

  /** The earliest date that a zip archive can hold. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SubmissionArchive() {}

  /**
   * Writes, checks and packs all files.
   *
   * @param answers by task, every task of the format
   * @throws SubmissionException naming files, lines and what is wrong; missing tasks included
   */
  public static byte[] of(SubmissionFormat format, Map<String, List<TestAnswer>> answers) {
    answers.keySet().forEach(format::file);
    List<SubmissionFault> faults = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (SubmissionFile file : format.files()) {
      if (!answers.containsKey(file.task())) {
        faults.add(missing(file));
        continue;
      }
      try {
        String text = SubmissionWriter.text(file, answers.get(file.task()));
        faults.addAll(SubmissionChecker.check(file, text));
        texts.put(file.name(), text);
      } catch (SubmissionException e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new SubmissionException(faults);
    }
    return packed(texts);
  }

  /** Everything wrong with an archive, in the format's order; empty if the site would take it. */
  public static List<SubmissionFault> check(SubmissionFormat format, byte[] archive) {
    List<SubmissionFault> faults = new ArrayList<>();
    Map<String, byte[]> entries;
    try {
      entries = entries(archive, faults);
    } catch (IOException | IllegalArgumentException e) {
      return List.of(new SubmissionFault("the archive", 0, "cannot be read: " + e.getMessage()));
    }
    if (entries.isEmpty() && faults.isEmpty()) {
      return List.of(new SubmissionFault("the archive", 0, "is no zip archive, or an empty one"));
    }
    for (SubmissionFile file : format.files()) {
      byte[] bytes = entries.remove(file.name());
      if (bytes == null) {
        faults.add(missing(file));
        continue;
      }
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        faults.addAll(SubmissionChecker.check(file, text));
      } catch (CharacterCodingException e) {
        faults.add(new SubmissionFault(file.name(), 0, "is not UTF-8"));
      }
    }
    for (String name : entries.keySet()) {
      faults.add(
          new SubmissionFault(
              name,
              0,
              name.contains("/")
                  ? "lies in a folder; files belong at the top of the archive"
                  : "is no file of a " + format.title() + " submission"));
    }
    return List.copyOf(faults);
  }

  /**
   * Constant answers for a task that was not attempted: the site wants its file all the same. Only
   * where examples are numbered and answers are few.
   *
   * @throws IllegalArgumentException for others
   */
  public static List<TestAnswer> notAttempted(SubmissionFile file) {
    boolean numbered = file.runningIds() && file.form() != Form.JSON_PASSAGES;
    if (!numbered) {
      throw new IllegalArgumentException(
          file.name() + " needs the examples of the test split; it cannot be filled without");
    }
    String answer = file.answers() instanceof Answers.Labels labels ? labels.labels().get(0) : "0";
    List<TestAnswer> answers = new ArrayList<>(file.examples());
    for (int i = 0; i < file.examples(); i++) {
      answers.add(new TestAnswer(String.valueOf(i), answer));
    }
    return answers;
  }

  private static SubmissionFault missing(SubmissionFile file) {
    return new SubmissionFault(
        file.name(),
        0,
        "is missing; the site wants every file, a task not attempted with a constant answer");
  }

  private static byte[] packed(Map<String, String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        byte[] content = text.getValue().getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(text.getKey());
        entry.setTimeLocal(DATE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] archive, List<SubmissionFault> faults)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && entries.put(entry.getName(), zip.readAllBytes()) != null) {
          faults.add(new SubmissionFault(entry.getName(), 0, "is in the archive twice"));
        }
      }
    }
    return entries;
  }
}
