package dev.hypersweep.catalogue;

import java.util.List;

/**
 * How the files of a split are laid out.
 *
 * @param format one of {@link #FORMATS}
 * @param encoding of a text file: {@code utf-8} or {@code latin-1}
 * @param header whether the first line of a {@code tsv} or {@code csv} names the columns
 * @param columns names, where the file itself gives none; for {@code tsv} rows may have fewer if
 *     the last ones are named with a {@code ?}
 * @param derive what is computed from the columns beside them, or empty
 */
public record Layout(
    String format, String encoding, boolean header, List<String> columns, String derive) {

  /** Generic ones first, then the makers' own. */
  public static final List<String> FORMATS =
      List.of(
          "tsv",
          "csv",
          "jsonl",
          "json",
          "parquet",
          "lines",
          "parallel",
          "squad",
          "multirc",
          "record",
          "copa",
          "trec",
          "wordnet",
          "wordnet-pairs");

  /** Columns that one screen of Java computes: marks, blanks filled in, entities by their text. */
  public static final List<String> DERIVATIONS =
      List.of("winogrande", "wsc", "record", "twins", "fifths", "examples");
}
