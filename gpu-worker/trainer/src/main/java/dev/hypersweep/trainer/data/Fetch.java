package dev.hypersweep.trainer.data;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Download;
import dev.hypersweep.catalogue.SplitCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings the files of a dataset from its makers' addresses. Each is written beside its place,
 * checked and then renamed, so that nothing half ever stands where a reader looks; what was cut off
 * is gone on with. What no hash is known of is recorded in {@code fetched.json}.
 */
public final class Fetch {

  private final Path folder;
  private final Transfer transfer;
  private final boolean again;
  private final Consumer<String> progress;

  /**
   * @param folder {@code HYPERSWEEP_DATA}
   * @param mirror address to which host and path of every address are appended, or null
   * @param again whether to ask for what was fetched before too: the server is asked whether it has
   *     another version, and a changed file replaces the one that is here
   * @param progress lines for people
   */
  public Fetch(Path folder, String mirror, boolean again, Consumer<String> progress) {
    this.folder = folder;
    this.again = again;
    this.transfer = new Transfer(mirror, progress);
    this.progress = progress;
  }

  /**
   * Brings what is missing of a dataset.
   *
   * @return whether all that its card offers is there now
   * @throws FetchFailed if an address does not answer, or with something else
   */
  public boolean fetch(Dataset dataset) {
    if (dataset.builtIn()) {
      progress.accept(dataset.name() + ": comes with the program");
      return true;
    }
    if (dataset.downloads().isEmpty()) {
      progress.accept(dataset.name() + ": " + byHand(dataset));
      return false;
    }
    Path place = folder.resolve(dataset.folder());
    Set<String> wanted = wanted(dataset);
    try {
      FetchLock lock = FetchLock.beside(place);
      if (wanted.stream().allMatch(file -> isLeftAlone(dataset, file, place, lock))) {
        progress.accept(dataset.name() + ": is there already");
        return true;
      }
      Files.createDirectories(place);
      for (Download download : dataset.downloads()) {
        one(dataset, download, place, lock, wanted);
      }
    } catch (IOException e) {
      throw new FetchFailed(
          dataset.name() + ": " + e + "; check space and permissions of " + place);
    }
    List<String> missing =
        wanted.stream().filter(file -> !Files.isRegularFile(place.resolve(file))).toList();
    if (!missing.isEmpty()) {
      throw new FetchFailed(
          "%s: %s not in what the makers offer; the card's fetch: is to be mended"
              .formatted(dataset.name(), missing));
    }
    progress.accept(dataset.name() + ": complete in " + place);
    return true;
  }

  /** A file that is not the official one counts as missing. */
  private static boolean isThere(Dataset dataset, String file, Path place, FetchLock lock) {
    Path path = place.resolve(file);
    String known = dataset.hashes().getOrDefault(file, lock.hash(file));
    return Files.isRegularFile(path)
        && (known == null
            || known.equals(
                new SourceFile(path, StandardCharsets.UTF_8, FileOrigin.OFFICIAL).sha256()));
  }

  /** What nobody pinned and was fetched from an address may have changed there. */
  private boolean isLeftAlone(Dataset dataset, String file, Path place, FetchLock lock) {
    boolean mayChange = !dataset.hashes().containsKey(file) && lock.hash(file) != null;
    return isThere(dataset, file, place, lock) && !(again && mayChange);
  }

  private static String byHand(Dataset dataset) {
    return dataset.where().isEmpty()
        ? "no address is known: see " + dataset.homepage()
        : dataset.where();
  }

  private static Set<String> wanted(Dataset dataset) {
    Set<String> files = new LinkedHashSet<>();
    for (SplitCard split : dataset.splits()) {
      files.addAll(split.files());
    }
    return files;
  }

  private void one(
      Dataset dataset, Download download, Path place, FetchLock lock, Set<String> wanted)
      throws IOException {
    boolean archive = download.to().isEmpty();
    if (!archive && isLeftAlone(dataset, download.to(), place, lock)) {
      return;
    }
    String name = download.from().substring(download.from().lastIndexOf('/') + 1);
    Path draft = place.resolve((archive ? name : download.to().replace('/', '_')) + ".part");
    Set<String> here = archive ? wanted : Set.of(download.to());
    boolean whole = here.stream().allMatch(file -> isThere(dataset, file, place, lock));
    RemoteVersion known = whole ? lock.versions().get(download.from()) : null;
    Optional<RemoteVersion> came = transfer.bring(download.from(), draft, known);
    if (came.isEmpty()) {
      progress.accept("  " + download.from() + ": is what was fetched before");
      return;
    }
    if (archive) {
      Archive.unpack(
          draft,
          name,
          download.prefix(),
          place,
          file -> wanted.contains(file) && !isLeftAlone(dataset, file, place, lock),
          (file, unpacked) -> settle(dataset, file, unpacked, place, lock));
      Files.delete(draft);
    } else {
      settle(dataset, download.to(), draft, place, lock);
    }
    lock.record(download.from(), came.get());
  }

  /** Checks a file and puts it in its place. */
  private void settle(Dataset dataset, String file, Path draft, Path place, FetchLock lock)
      throws IOException {
    String found = new SourceFile(draft, StandardCharsets.UTF_8, FileOrigin.OFFICIAL).sha256();
    String pinned = dataset.hashes().get(file);
    String known = pinned == null && again ? null : pinned == null ? lock.hash(file) : pinned;
    if (known != null && !known.equals(found)) {
      Files.delete(draft);
      throw new FetchFailed(
          "%s: %s came with SHA-256 %s, known is %s; nothing was kept: %s, or see %s"
              .formatted(
                  dataset.name(),
                  file,
                  found,
                  known,
                  pinned == null ? "to take it all the same, fetch --again" : "try again",
                  dataset.homepage()));
    }
    Path target = place.resolve(file);
    Files.createDirectories(target.getParent());
    if (pinned == null && !found.equals(lock.hash(file))) {
      if (lock.hash(file) != null) {
        progress.accept(dataset.name() + ": " + file + " is another one than before");
      }
      lock.record(file, found);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
