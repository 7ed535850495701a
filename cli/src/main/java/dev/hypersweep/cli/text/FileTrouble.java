package dev.hypersweep.cli.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file or folder cannot be used, in words. */
public final class FileTrouble {

  private FileTrouble() {}

  /** For example {@code not permitted}; what the system says where it says more. */
  public static String reason(IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (trouble instanceof AccessDeniedException) {
      return "not permitted";
    }
    if (trouble instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    return trouble instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : trouble.getMessage();
  }
}
