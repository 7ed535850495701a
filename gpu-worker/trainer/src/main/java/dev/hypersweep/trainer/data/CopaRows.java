package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The COPA authors' XML (Roemmele et al. 2011): attributes and child elements of each item. */
final class CopaRows {

  private CopaRows() {}

  static void read(SourceFile file, Consumer<Row> sink) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // The file names a DTD beside it; nothing that a file names is ever opened.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file.text()));
      Row item = null;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          if (xml.getLocalName().equals("item")) {
            item = item(xml);
          } else if (item != null) {
            item.columns().put(xml.getLocalName(), xml.getElementText());
          }
        } else if (xml.isEndElement() && xml.getLocalName().equals("item")) {
          give(file, item, sink);
          item = null;
        }
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw file.broken(line, "not XML: " + e.getMessage().replaceAll("\\s+", " "));
    }
  }

  private static void give(SourceFile file, Row item, Consumer<Row> sink) {
    try {
      sink.accept(item);
    } catch (IllegalArgumentException e) {
      throw file.broken(item.line(), e.getMessage());
    }
  }

  private static Row item(XMLStreamReader xml) {
    ObjectNode columns = RowJson.empty();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      columns.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return new Row(xml.getLocation().getLineNumber(), columns);
  }
}
