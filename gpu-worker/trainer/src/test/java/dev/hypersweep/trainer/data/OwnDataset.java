package dev.hypersweep.trainer.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up dataset with a card in a folder. */
record OwnDataset(Path data, String name) {

  OwnDataset card(String text) throws IOException {
    return file("card.yaml", text);
  }

  OwnDataset file(String file, String text) throws IOException {
    return file(file, text, StandardCharsets.UTF_8);
  }

  OwnDataset file(String file, String text, Charset encoding) throws IOException {
    return file(file, text.getBytes(encoding));
  }

  OwnDataset file(String file, byte[] bytes) throws IOException {
    Path path = data.resolve(name).resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return this;
  }

  Corpus read() {
    return new Corpora(data).read(name);
  }
}
