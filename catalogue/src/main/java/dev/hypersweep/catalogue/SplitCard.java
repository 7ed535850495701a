package dev.hypersweep.catalogue;

import java.util.List;

/**
 * A split of a dataset as its makers distribute it.
 *
 * @param name as its makers call it
 * @param files below the dataset's folder; two that belong together line by line in the format
 *     {@code parallel}, else read one after the other
 * @param rows of the official split, or -1 where nobody says
 * @param labels whether it has answers
 * @param only a file beside it that, if it is there, lists the rows (from 0) that may be scored; or
 *     empty
 * @param from first row taken, as a share of the file, 0 to 1
 * @param to end of the rows taken, as a share of the file, 0 to 1
 */
public record SplitCard(
    String name,
    List<String> files,
    int rows,
    boolean labels,
    String only,
    double from,
    double to,
    Layout layout) {}
