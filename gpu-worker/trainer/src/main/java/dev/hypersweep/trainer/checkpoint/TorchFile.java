package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A dictionary of tensors that Python wrote with {@code torch.save} (the zip format of PyTorch 1.6
 * and later; {@code pytorch_model.bin}). Nothing that the file contains is executed, and nothing is
 * allocated that the file does not hold. Tensors are mapped; only a view that is not row-major, or
 * a part of a larger storage, is copied, when it is asked for.
 */
public final class TorchFile implements TensorSource {

  private final Path path;
  private final TorchArchive archive;
  private final Map<String, PickledTensor> tensors;

  private TorchFile(Path path, TorchArchive archive, Map<String, PickledTensor> tensors) {
    this.path = path;
    this.archive = archive;
    this.tensors = tensors;
  }

  /**
   * Reads which tensors a file has.
   *
   * @throws MalformedCheckpoint if it is damaged, hostile or of another format, naming the file
   * @throws IOException if it cannot be read
   */
  public static TorchFile open(Path path) throws IOException {
    try {
      TorchArchive archive = TorchArchive.open(path);
      refuseBigEndian(path, archive);
      Object content = Unpickler.read(map(path, archive.pickle()));
      Map<String, PickledTensor> tensors = tensors(content);
      tensors.values().forEach(tensor -> archive.check(tensor.storage()));
      return new TorchFile(path, archive, tensors);
    } catch (MalformedCheckpoint e) {
      throw new MalformedCheckpoint(path + ": " + e.getMessage(), e);
    }
  }

  private static void refuseBigEndian(Path path, TorchArchive archive) throws IOException {
    TorchArchive.Part order = archive.byteOrder();
    if (order != null) {
      String name = StandardCharsets.US_ASCII.decode(map(path, order)).toString();
      if (!name.equals("little")) {
        throw new MalformedCheckpoint("its numbers are not little-endian");
      }
    }
  }

  private static Map<String, PickledTensor> tensors(Object content) {
    if (!(content instanceof Map<?, ?> entries)) {
      throw new MalformedCheckpoint("it holds no dictionary of tensors");
    }
    Map<String, PickledTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (!(entry.getValue() instanceof PickledTensor tensor)) {
        throw new MalformedCheckpoint(
            "its entry "
                + Quoted.text((String) entry.getKey())
                + " is no tensor; save the model's state_dict() alone");
      }
      tensors.put((String) entry.getKey(), tensor);
    }
    return tensors;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public StoredTensor tensor(String name) {
    PickledTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new MalformedCheckpoint(path + ": has no tensor " + name);
    }
    StoredType type = tensor.storage().type();
    TorchArchive.Part storage = archive.storage(tensor.storage());
    long from = storage.offset() + tensor.offset() * type.bytes();
    long length = tensor.span() * type.bytes();
    if (length > Integer.MAX_VALUE) {
      throw new MalformedCheckpoint(
          path + ": " + name + " is larger than 2 GB, which is the most here");
    }
    try {
      ByteBuffer bytes = map(path, new TorchArchive.Part(from, length));
      ByteBuffer rows = tensor.isContiguous() ? bytes : Strides.rowMajor(bytes, tensor);
      return new StoredTensor(name, type, tensor.shape(), rows);
    } catch (IOException e) {
      throw new MalformedCheckpoint(path + ": " + name + " cannot be read", e);
    }
  }

  private static ByteBuffer map(Path path, TorchArchive.Part part) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return file.map(FileChannel.MapMode.READ_ONLY, part.offset(), part.length())
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
