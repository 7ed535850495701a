package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

/**
 * A dictionary of tensors that Python wrote with {@code torch.save} ({@code pytorch_model.bin}), in
 * the zip format of PyTorch 1.6 and later or in the one before. Nothing that the file contains is
 * executed, and nothing is allocated that the file does not hold. Tensors are mapped; only a view
 * that is not row-major is copied, when it is asked for.
 */
public final class TorchFile implements TensorSource {

  private final Path path;
  private final TorchContent content;

  private TorchFile(Path path, TorchContent content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Reads which tensors a file has.
   *
   * @throws MalformedCheckpoint if it is damaged, hostile or of another format, naming the file
   * @throws IOException if it cannot be read
   */
  public static TorchFile open(Path path) throws IOException {
    try {
      boolean old = OldTorchFormat.matches(path);
      return new TorchFile(path, old ? OldTorchFormat.read(path) : TorchArchive.read(path));
    } catch (MalformedCheckpoint e) {
      throw new MalformedCheckpoint(path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(content.tensors().keySet());
  }

  @Override
  public StoredTensor tensor(String name) {
    PickledTensor tensor = content.tensors().get(name);
    if (tensor == null) {
      throw new MalformedCheckpoint(path + ": has no tensor " + name);
    }
    StoredType type = tensor.storage().type();
    FilePart storage = content.storages().get(tensor.storage().key());
    long from = storage.offset() + tensor.offset() * type.bytes();
    long length = tensor.span() * type.bytes();
    if (length > Integer.MAX_VALUE) {
      throw new MalformedCheckpoint(
          path + ": " + name + " is larger than 2 GB, which is the most here");
    }
    try {
      ByteBuffer bytes = new FilePart(from, length).map(path);
      ByteBuffer rows = tensor.isContiguous() ? bytes : Strides.rowMajor(bytes, tensor);
      return new StoredTensor(name, type, tensor.shape(), rows);
    } catch (IOException e) {
      throw new MalformedCheckpoint(path + ": " + name + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
