package dev.hypersweep.catalogue;

/**
 * A file that a dataset's makers offer.
 *
 * @param from its address
 * @param to file below the dataset's folder; empty for an archive (zip, tgz, tar.gz)
 * @param prefix folder inside the archive that holds what the dataset's folder holds
 */
public record Download(String from, String to, String prefix) {}
