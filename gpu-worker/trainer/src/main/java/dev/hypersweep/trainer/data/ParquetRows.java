package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.apache.parquet.schema.Type;

/** Parquet: columns of texts, numbers and truth values, and lists of them. */
final class ParquetRows {

  private ParquetRows() {}

  static void read(SourceFile file, Consumer<Row> sink) {
    if (!Files.exists(file.path())) {
      throw new DatasetAbsent(file.path() + " is not there; put the file at that place");
    }
    int number = 0;
    try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file.path())).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        number++;
        sink.accept(new Row(number, columns(group)));
      }
    } catch (IllegalArgumentException e) {
      throw file.broken(0, "row " + number + ": " + e.getMessage());
    } catch (DatasetBroken e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(0, "not readable as Parquet after row " + number + ": " + e.getMessage());
    }
  }

  private static ObjectNode columns(Group group) {
    ObjectNode columns = RowJson.empty();
    GroupType type = group.getType();
    for (int i = 0; i < type.getFieldCount(); i++) {
      Type field = type.getType(i);
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        ArrayNode list = columns.putArray(field.getName());
        for (int k = 0; k < group.getFieldRepetitionCount(i); k++) {
          list.add(text(group, i, k));
        }
      } else if (group.getFieldRepetitionCount(i) > 0) {
        put(columns, field, group, i);
      }
    }
    return columns;
  }

  private static void put(ObjectNode columns, Type field, Group group, int at) {
    if (field.isPrimitive()) {
      switch (field.asPrimitiveType().getPrimitiveTypeName()) {
        case BOOLEAN -> columns.put(field.getName(), group.getBoolean(at, 0));
        default -> columns.put(field.getName(), text(group, at, 0));
      }
      return;
    }
    // The three-level lists of the format's specification: list.element.
    Group outer = group.getGroup(at, 0);
    ArrayNode list = columns.putArray(field.getName());
    for (int k = 0; k < outer.getFieldRepetitionCount(0); k++) {
      Group element = outer.getGroup(0, k);
      list.add(element.getFieldRepetitionCount(0) == 0 ? null : text(element, 0, 0));
    }
  }

  private static String text(Group group, int field, int at) {
    return group
            .getType()
            .getType(field)
            .asPrimitiveType()
            .getPrimitiveTypeName()
            .name()
            .equals("BINARY")
        ? group.getString(field, at)
        : group.getValueToString(field, at);
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
