package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Parquet: columns of texts, numbers and truth values, and lists of them. */
final class ParquetRows {

  private ParquetRows() {}

  static void read(SourceFile file, Consumer<Row> sink) {
    if (!Files.exists(file.path())) {
      throw new DatasetAbsent(
          file.path() + " is not there; put " + file.origin().file() + " at that place");
    }
    int number = 0;
    try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file.path())).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        number++;
        sink.accept(new Row(number, RowJson.flat(object(group))));
      }
    } catch (IllegalArgumentException e) {
      throw file.broken(0, "row " + number + ": " + e.getMessage());
    } catch (DatasetBroken e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(0, "not readable as Parquet after row " + number + ": " + e.getMessage());
    }
  }

  private static ObjectNode object(Group group) {
    ObjectNode columns = RowJson.empty();
    GroupType type = group.getType();
    for (int i = 0; i < type.getFieldCount(); i++) {
      Type field = type.getType(i);
      int count = group.getFieldRepetitionCount(i);
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        ArrayNode list = columns.putArray(field.getName());
        for (int k = 0; k < count; k++) {
          list.add(value(group, field, i, k));
        }
      } else if (count > 0) {
        columns.set(field.getName(), value(group, field, i, 0));
      }
    }
    return columns;
  }

  private static JsonNode value(Group group, Type field, int at, int number) {
    if (field.isPrimitive()) {
      return primitive(group, field.asPrimitiveType(), at, number);
    }
    Group inner = group.getGroup(at, number);
    return field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        ? list(inner)
        : object(inner);
  }

  /** The three-level lists of the format's specification: list.element. */
  private static JsonNode list(Group outer) {
    ArrayNode list = RowJson.MAPPER.createArrayNode();
    Type repeated = outer.getType().getType(0);
    for (int k = 0; k < outer.getFieldRepetitionCount(0); k++) {
      if (repeated.isPrimitive()) {
        list.add(value(outer, repeated, 0, k)); // of two levels, as old writers have them
        continue;
      }
      Group element = outer.getGroup(0, k);
      list.add(
          element.getFieldRepetitionCount(0) == 0
              ? RowJson.MAPPER.nullNode()
              : value(element, element.getType().getType(0), 0, 0));
    }
    return list;
  }

  private static JsonNode primitive(Group group, PrimitiveType type, int at, int number) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> BooleanNode.valueOf(group.getBoolean(at, number));
      case BINARY -> TextNode.valueOf(group.getString(at, number));
      case INT32 -> IntNode.valueOf(group.getInteger(at, number));
      case INT64 -> LongNode.valueOf(group.getLong(at, number));
      default -> TextNode.valueOf(group.getValueToString(at, number));
    };
  }

  private static final class Builder extends ParquetReader.Builder<Group> {

    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
