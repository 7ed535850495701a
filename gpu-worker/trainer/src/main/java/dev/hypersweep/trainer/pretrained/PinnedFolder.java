package dev.hypersweep.trainer.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a model, and the hash of what has to be in it. Written {@code FOLDER@HASH}; a
 * relative folder lies below {@code HYPERSWEEP_MODELS}, or below the working directory where that
 * is not set.
 */
public record PinnedFolder(String folder, String hash) {

  private static final char SIGN = '@';

  /** Reads {@code FOLDER@HASH}. */
  static PinnedFolder of(String text) {
    int sign = text.lastIndexOf(SIGN);
    return new PinnedFolder(text.substring(0, sign), text.substring(sign + 1));
  }

  /**
   * Writes the hash of what is in a folder now behind its name; a text that has one stays.
   *
   * @throws PretrainedUnusable if the folder is not there
   */
  public static String pinned(String text) {
    return text.indexOf(SIGN) >= 0 ? text : text + SIGN + found(text);
  }

  /**
   * The folder, its content checked.
   *
   * @throws PretrainedUnusable if it is not there, or has another content
   */
  Path verified() {
    String found = found(folder);
    if (!found.equals(hash)) {
      throw new PretrainedUnusable(
          "pretrained: the files in "
              + folder
              + " have the hash "
              + found
              + ", the run asks for "
              + hash
              + "; bring the files that it was made with, or pin the new ones");
    }
    return place(folder);
  }

  private static String found(String folder) {
    Path place = place(folder);
    if (!Files.isDirectory(place)) {
      throw new PretrainedUnusable(
          "pretrained: there is no folder "
              + place.toAbsolutePath().normalize()
              + "; bring it, or set HYPERSWEEP_MODELS to the folder that holds "
              + folder);
    }
    try {
      return FolderHash.of(place);
    } catch (IOException e) {
      throw new PretrainedUnusable("pretrained: " + folder + " cannot be read: " + e, e);
    }
  }

  private static Path place(String folder) {
    String models = System.getenv("HYPERSWEEP_MODELS");
    return models == null || models.isBlank() ? Path.of(folder) : Path.of(models).resolve(folder);
  }
}
