package dev.hypersweep.cli.view;

import dev.hypersweep.cli.text.Text;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Instants for people. */
final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Times() {}

  static String local(String instant) {
    try {
      return OffsetDateTime.parse(instant).atZoneSameInstant(ZoneId.systemDefault()).format(FORMAT);
    } catch (DateTimeParseException e) {
      return Text.clean(instant);
    }
  }
}
