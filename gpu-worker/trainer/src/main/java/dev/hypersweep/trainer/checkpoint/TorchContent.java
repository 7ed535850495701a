package dev.hypersweep.trainer.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code torch.save} file holds, checked against the file.
 *
 * @param tensors by name, in the file's order
 * @param storages by key: where the numbers lie that tensors look at
 */
record TorchContent(Map<String, PickledTensor> tensors, Map<String, FilePart> storages) {

  TorchContent {
    tensors.values().forEach(tensor -> check(tensor.storage(), storages));
  }

  private static void check(PickledStorage storage, Map<String, FilePart> storages) {
    FilePart part = storages.get(storage.key());
    if (part == null) {
      throw new MalformedCheckpoint("storage " + Quoted.text(storage.key()) + " is missing");
    }
    if (storage.elements() > part.length() / storage.type().bytes()) {
      throw new MalformedCheckpoint(
          "storage %s has %d bytes, the pickle claims %d numbers of type %s"
              .formatted(
                  Quoted.text(storage.key()), part.length(), storage.elements(), storage.type()));
    }
  }

  /** The tensors of what a pickle holds, which must be a dictionary of nothing else. */
  static Map<String, PickledTensor> tensors(Object content) {
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
}
