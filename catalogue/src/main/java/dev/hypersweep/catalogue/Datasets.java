package dev.hypersweep.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Every dataset that comes with a card, in the order in which lists show them. */
public final class Datasets {

  private static final List<Dataset> ALL =
      text("index.txt").lines().filter(name -> !name.isBlank()).map(Datasets::card).toList();

  private Datasets() {}

  /** Every dataset. */
  public static List<Dataset> all() {
    return ALL;
  }

  /** The dataset of that name. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  private static Dataset card(String name) {
    return CardReader.read(name, name, text(name + ".yaml"));
  }

  private static String text(String file) {
    try (InputStream in = Datasets.class.getResourceAsStream("datasets/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no card datasets/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
