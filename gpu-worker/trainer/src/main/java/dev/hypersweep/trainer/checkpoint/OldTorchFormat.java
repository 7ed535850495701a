package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of {@code torch.save} before PyTorch 1.6 (torch/serialization.py, {@code
 * _legacy_save}): pickles of a magic number, a version, the machine's properties, the tensors and
 * the storages' keys, and then each storage: how many numbers in 8 bytes, and the numbers.
 */
final class OldTorchFormat {

  /** The pickle of the magic number 0x1950a86a20f9469cfc6c, protocol 2. */
  private static final byte[] START = {
    (byte) 0x80,
    2,
    (byte) 0x8a,
    10,
    0x6c,
    (byte) 0xfc,
    (byte) 0x9c,
    0x46,
    (byte) 0xf9,
    0x20,
    0x6a,
    (byte) 0xa8,
    0x50,
    0x19,
    '.'
  };

  private static final long VERSION = 1001;
  private static final long LONGEST_PICKLES = 64L << 20;

  private OldTorchFormat() {}

  static boolean matches(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(START.length), START);
    }
  }

  /**
   * @throws MalformedCheckpoint without a file name; the caller adds it
   */
  static TorchContent read(Path path) throws IOException {
    long size = Files.size(path);
    ByteBuffer pickles = new FilePart(0, Math.min(size, LONGEST_PICKLES)).map(path);
    pickles.position(START.length);
    Object version = Unpickler.read(pickles);
    Object machine = Unpickler.read(pickles);
    boolean known =
        Long.valueOf(VERSION).equals(version)
            && machine instanceof Map<?, ?> properties
            && Boolean.TRUE.equals(properties.get("little_endian"));
    if (!known) {
      throw new MalformedCheckpoint("not of version 1001 and little-endian");
    }
    Map<String, PickledTensor> tensors = TorchContent.tensors(Unpickler.read(pickles));
    Object keys = Unpickler.read(pickles);
    return new TorchContent(tensors, storages(path, pickles.position(), size, tensors, keys));
  }

  private static Map<String, FilePart> storages(
      Path path, long begin, long size, Map<String, PickledTensor> tensors, Object keys)
      throws IOException {
    Map<String, StoredType> types = new HashMap<>();
    tensors.values().forEach(each -> types.put(each.storage().key(), each.storage().type()));
    Map<String, FilePart> storages = new HashMap<>();
    long at = begin;
    for (Object key : keys instanceof List<?> list ? list : List.of()) {
      StoredType type = types.get(key);
      if (type == null || size - at < Long.BYTES) {
        throw new MalformedCheckpoint("a storage that no tensor looks at, or the file is cut off");
      }
      long elements = new FilePart(at, Long.BYTES).map(path).getLong();
      at += Long.BYTES;
      if (elements < 0 || elements > (size - at) / type.bytes()) {
        throw new MalformedCheckpoint(
            "a storage claims %d numbers, the file has %d bytes left: cut off?"
                .formatted(elements, size - at));
      }
      storages.put((String) key, new FilePart(at, elements * type.bytes()));
      at += elements * type.bytes();
    }
    return storages;
  }
}
