package dev.hypersweep.trainer.analysis;

import java.util.Locale;

/** A drawing in the making, readable on light and dark pages. */
final class Svg {

  private static final String STYLE =
      """
      <style>
      text { font: 12px system-ui, sans-serif; fill: #1f2026 }
      .page { fill: #ffffff } .note { fill: #6d6e78 }
      .cell { font-size: 10px; text-anchor: middle; fill: inherit }
      .column { text-anchor: middle } .row { text-anchor: end }
      @media (prefers-color-scheme: dark) {
        text { fill: #e9e8e4 } .page { fill: #22242b } .note { fill: #9a9aa4 }
      }
      </style>
      <rect class="page" width="100%" height="100%"/>
      """;

  private final StringBuilder body = new StringBuilder();

  /** Text with its baseline at y. */
  void text(double x, double y, String kind, String words) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>%n",
            x,
            y,
            kind,
            words));
  }

  /** A square in the colour of a value in -1 .. 1, which stands in it if there is room. */
  void cell(double x, double y, double side, double value) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            side,
            side,
            DivergingColour.of(value)));
    if (side >= 26) {
      body.append(
          String.format(
              Locale.ROOT,
              "<g fill=\"%s\"><text x=\"%.1f\" y=\"%.1f\" class=\"cell\">%.2f</text></g>%n",
              DivergingColour.ink(value),
              x + side / 2,
              y + side / 2 + 3.5,
              value));
    }
  }

  /** The whole file. */
  String file(double width, double height) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
                + " height=\"%.0f\">%n",
            width,
            height,
            width,
            height)
        + STYLE
        + body
        + "</svg>\n";
  }
}
