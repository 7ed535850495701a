package dev.hypersweep.trainer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles, well-formed or not, instruction by instruction. */
final class Pickle {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int protocol;

  Pickle(int protocol) {
    this.protocol = protocol;
    raw(0x80, protocol);
    if (protocol >= 4) {
      raw(0x95, 9, 9, 9, 9, 9, 9, 9, 9);
    }
  }

  Pickle raw(int... instructions) {
    for (int instruction : instructions) {
      bytes.write(instruction);
    }
    return this;
  }

  Pickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (protocol >= 4) {
      raw(0x8c, utf8.length);
    } else {
      raw('X').little(utf8.length);
    }
    bytes.writeBytes(utf8);
    return this;
  }

  Pickle whole(long number) {
    raw(0x8a, 8);
    bytes.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number).array());
    return this;
  }

  Pickle global(String module, String name) {
    if (protocol >= 4) {
      return text(module).text(name).raw(0x93, 0x94);
    }
    raw('c');
    bytes.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Pickle tuple(long... numbers) {
    raw('(');
    for (long number : numbers) {
      whole(number);
    }
    return raw('t');
  }

  /** A view of a storage, as torch.save writes it. */
  Pickle tensor(String storage, String key, long elements, long offset, long[] shape, long[] by) {
    global("torch._utils", "_rebuild_tensor_v2").raw('(', '(').text("storage");
    global("torch", storage).text(key).text("cpu").whole(elements).raw('t', 'Q');
    return whole(offset).tuple(shape).tuple(by).raw(0x89).orderedDict().raw('t', 'R');
  }

  Pickle orderedDict() {
    return global("collections", "OrderedDict").raw(')', 'R');
  }

  private Pickle little(int number) {
    bytes.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, number).array());
    return this;
  }

  byte[] end() {
    bytes.write('.');
    return bytes.toByteArray();
  }
}
