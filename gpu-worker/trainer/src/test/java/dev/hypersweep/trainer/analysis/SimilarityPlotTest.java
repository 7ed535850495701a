package dev.hypersweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SimilarityPlotTest {

  private static final LayerSimilarity LAYER =
      new LayerSimilarity(
          new long[] {3, 1},
          new double[] {1, 0, -1, 0.5},
          new double[] {1, 0.25, 0.25, 1},
          new double[] {0.75, 0.1},
          new double[] {1, 0.2, 0.2, 1},
          0.6);

  @Test
  void isXmlWithACellForEveryNumberOfEveryLayer() throws Exception {
    String svg = SimilarityPlot.of("two layers", SimilarityReport.of(List.of(LAYER, LAYER), 9));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    int cells = 4 + 4 + 2 + 4;
    int page = 1;
    int legend = 9;
    assertThat(document.getElementsByTagName("rect").getLength())
        .isEqualTo(page + legend + 2 * cells);
    assertThat(texts(document))
        .contains("two layers", "layer 1: H and experts, cosine", "layer 2: H and experts, cosine")
        .contains("-1.00", "0.50", "0.75", "0.10")
        .anyMatch(text -> text.startsWith("H with the selected expert 0.875, with the others"));
  }

  @Test
  void theEndsOfTheScaleAndItsMiddleHaveColoursOfTheirOwn() {
    assertThat(DivergingColour.of(-1)).isEqualTo("#c77f1a");
    assertThat(DivergingColour.of(0)).isEqualTo("#f3f1ec");
    assertThat(DivergingColour.of(1)).isEqualTo("#453fa5");
    assertThat(DivergingColour.of(0.5)).isEqualTo("#9c98c9");
  }

  private static List<String> texts(Document document) {
    NodeList nodes = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
