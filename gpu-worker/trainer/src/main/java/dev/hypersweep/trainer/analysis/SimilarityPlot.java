package dev.hypersweep.trainer.analysis;

import dev.hypersweep.protocol.MetricArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables of a similarity analysis as an SVG drawing: per sparse layer the cosines of the
 * companion with the experts, those of the experts among themselves, and CKA. One colour scale from
 * -1 to 1 for all.
 */
public final class SimilarityPlot {

  private static final double TABLE = 240;
  private static final double LEFT = 40;
  private static final double TOP = 64;
  private static final double BLOCK = LEFT + TABLE + 30;
  private static final int LEGEND_CELLS = 9;

  private final Map<String, List<Double>> arrays;
  private final Svg svg = new Svg();

  private SimilarityPlot(List<MetricArray> arrays) {
    this.arrays = arrays.stream().collect(Collectors.toMap(MetricArray::name, MetricArray::values));
  }

  /**
   * Draws them.
   *
   * @param title of the drawing, without characters that XML reserves
   * @param arrays what a {@link SimilarityAnalysis} gave at one step
   */
  public static String of(String title, List<MetricArray> arrays) {
    return new SimilarityPlot(arrays).draw(title);
  }

  private String draw(String title) {
    int layers = arrays.get("similarity/selected_cosine").size();
    svg.text(LEFT, 24, "title", title);
    double y = TOP;
    for (int layer = 1; layer <= layers; layer++) {
      y = layer(layer, y) + TOP;
    }
    legend(y - 20);
    return svg.file(3 * BLOCK + LEFT, y + 30);
  }

  /** Draws a layer from y on; where it ends. */
  private double layer(int layer, double y) {
    int experts = values("tokens", layer).size();
    double side = TABLE / (experts + 1);
    List<Double> cka = new ArrayList<>(values("cka", layer));
    cka.addAll(values("cka_experts", layer));
    table(0, y, "layer " + layer + ": H and experts, cosine", values("cosine", layer), false, side);
    table(1, y, "experts among themselves", values("cosine_experts", layer), false, side);
    table(2, y, "linear CKA over all tokens", cka, true, side);
    double end = y + (experts + 1) * side;
    svg.text(LEFT, end + 18, "note", words(layer));
    return end + 18;
  }

  private List<Double> values(String name, int layer) {
    return arrays.get("similarity/" + name + "/" + layer);
  }

  private String words(int layer) {
    return String.format(
        Locale.ROOT,
        "H with the selected expert %.3f, with the others %.3f; selected expert with the others"
            + " %.3f; CKA of H with the selected output %.3f",
        perLayer("selected_cosine", layer),
        perLayer("other_cosine", layer),
        perLayer("experts_cosine", layer),
        perLayer("selected_cka", layer));
  }

  private double perLayer(String name, int layer) {
    return arrays.get("similarity/" + name).get(layer - 1);
  }

  /** Rows of as many columns as there are experts; the first of CKA's is H. */
  private void table(
      int place, double y, String title, List<Double> values, boolean withH, double side) {
    double x = LEFT + place * BLOCK;
    int columns = (int) Math.round(TABLE / side) - 1;
    svg.text(x, y - 20, "title", title);
    for (int cell = 0; cell < values.size(); cell++) {
      int row = cell / columns;
      int column = cell % columns;
      if (row == 0) {
        svg.text(x + (column + 0.5) * side, y - 5, "column note", String.valueOf(column));
      }
      if (column == 0) {
        int expert = withH ? row - 1 : row;
        svg.text(x - 6, y + (row + 0.6) * side, "row note", expert < 0 ? "H" : "" + expert);
      }
      svg.cell(x + column * side, y + row * side, side, values.get(cell));
    }
  }

  private void legend(double y) {
    for (int cell = 0; cell < LEGEND_CELLS; cell++) {
      svg.cell(LEFT + cell * 28, y, 28, 2.0 * cell / (LEGEND_CELLS - 1) - 1);
    }
    double x = LEFT + LEGEND_CELLS * 28 + 12;
    svg.text(x, y + 10, "note", "row: selected expert; column: expert compared on the same tokens");
    svg.text(x, y + 26, "note", "H: HyperExpert, or the adapter in its place");
  }
}
