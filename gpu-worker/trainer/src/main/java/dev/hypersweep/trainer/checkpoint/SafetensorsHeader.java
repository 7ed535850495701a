package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON header of a safetensors file, checked: every entry has a known type, a shape that its
 * bytes fill exactly, and the tensors lie end to end from the first data byte to the last. A name
 * that stands twice is refused even if both entries agree.
 *
 * @param metadata of the file
 * @param entries in the order of their bytes
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  private static final String METADATA = "__metadata__";

  /** Where a tensor lies among the data bytes: from {@code begin} up to {@code end}. */
  record Entry(String name, StoredType type, long[] shape, long begin, long end) {}

  /**
   * @param dataBytes that follow the header in the file
   * @throws MalformedCheckpoint without a file name; the caller adds it
   */
  static SafetensorsHeader of(byte[] json, long dataBytes) {
    JsonNode root = parsed(json);
    Map<String, String> metadata = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        readMetadata(field.getValue(), metadata);
      } else {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    refuseGaps(entries, dataBytes);
    return new SafetensorsHeader(
        Collections.unmodifiableMap(metadata), Collections.unmodifiableList(entries));
  }

  private static JsonNode parsed(byte[] json) {
    try {
      JsonNode root = json[0] == '{' ? JsonFile.STRICT.readTree(json) : null;
      if (root == null || !root.isObject()) {
        throw new MalformedCheckpoint("the header is not a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new MalformedCheckpoint("the header is not JSON: " + e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw new MalformedCheckpoint("the header is not JSON: " + e.getMessage());
    }
  }

  private static void readMetadata(JsonNode node, Map<String, String> metadata) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw new MalformedCheckpoint(METADATA + "." + field.getKey() + " is not text");
      }
      metadata.put(field.getKey(), field.getValue().textValue());
    }
  }

  private static Entry entry(String name, JsonNode node) {
    StoredType type = type(name, node.path("dtype"));
    JsonNode axes = node.path("shape");
    JsonNode offsets = node.path("data_offsets");
    if (!axes.isArray() || !offsets.isArray() || offsets.size() != 2) {
      throw new MalformedCheckpoint(name + ": needs shape [..] and data_offsets [begin, end]");
    }
    long[] shape = new long[axes.size()];
    long bytes = type.bytes();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = whole(name + ".shape", axes.get(i));
      bytes = product(name, bytes, shape[i]);
    }
    long begin = whole(name + ".data_offsets", offsets.get(0));
    long end = whole(name + ".data_offsets", offsets.get(1));
    if (end - begin != bytes) {
      throw new MalformedCheckpoint(
          name + ": its shape needs " + bytes + " bytes, its offsets span " + (end - begin));
    }
    return new Entry(name, type, shape, begin, end);
  }

  private static StoredType type(String name, JsonNode node) {
    try {
      return StoredType.valueOf(node.asText());
    } catch (IllegalArgumentException e) {
      throw new MalformedCheckpoint(
          name + ": dtype " + node + " is unknown; known are " + List.of(StoredType.values()));
    }
  }

  private static long whole(String place, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw new MalformedCheckpoint(place + ": " + node + " is not a whole number from 0 up");
    }
    return node.longValue();
  }

  private static long product(String name, long bytes, long axis) {
    try {
      return Math.multiplyExact(bytes, axis);
    } catch (ArithmeticException e) {
      throw new MalformedCheckpoint(name + ": its shape overflows");
    }
  }

  private static void refuseGaps(List<Entry> entries, long dataBytes) {
    long at = 0;
    for (Entry entry : entries) {
      if (entry.begin() != at) {
        throw new MalformedCheckpoint(
            entry.name()
                + " begins at byte "
                + entry.begin()
                + ", and not where its neighbour ends"
                + " ("
                + at
                + ")");
      }
      at = entry.end();
    }
    if (at != dataBytes) {
      throw new MalformedCheckpoint(
          "the header describes " + at + " bytes, the file has " + dataBytes);
    }
  }
}
