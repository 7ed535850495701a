package dev.hypersweep.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligned columns: a column whose cells are all numbers (or {@code -}) stands to the right. */
public final class Table {

  private static final String NUMBER = "-|[+-]?[0-9.]+(e[+-]?[0-9]+)?[kMGT%]?";

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table with these column heads. */
  public Table(String... heads) {
    this(List.of(heads));
  }

  /** An empty table with these column heads. */
  public Table(List<String> heads) {
    this.heads = List.copyOf(heads);
  }

  /** Adds a row, as many cells as there are heads. */
  public Table row(List<String> cells) {
    if (cells.size() != heads.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + heads.size() + " columns");
    }
    rows.add(cells.stream().map(Text::clean).toList());
    return this;
  }

  /** Adds a row, as many cells as there are heads. */
  public Table row(String... cells) {
    return row(List.of(cells));
  }

  /** Whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, the heads first; states in their colours. */
  public List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(heads, Style.PLAIN)));
    rows.forEach(row -> lines.add(line(row, style)));
    return lines;
  }

  private String line(List<String> cells, Style style) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> style.state(padded(cells.get(column), column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private String padded(String cell, int column) {
    int width =
        Math.max(
            heads.get(column).length(),
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    boolean right =
        !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches(NUMBER));
    String fill = " ".repeat(width - cell.length());
    return right ? fill + cell : cell + fill;
  }
}
