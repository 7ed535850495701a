package dev.hypersweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {

  @TempDir Path folder;

  @Test
  void everyContainerOfOneModelHasTheSameTensors() throws IOException {
    Path cases = SharedVectors.folder("model/checkpoint-io");
    CheckpointFolder reference = CheckpointFolder.open(cases.resolve("safetensors"));
    for (String container : new String[] {"sharded", "pickle-zip", "pickle-zip-old-names"}) {
      CheckpointFolder other = CheckpointFolder.open(cases.resolve(container));
      for (String name : reference.names()) {
        String there = container.endsWith("old-names") ? name.replace("transformer.", "") : name;
        StoredTensor tensor = other.tensor(there);
        assertThat(tensor.shape()).as(container + name).isEqualTo(reference.tensor(name).shape());
        assertThat(tensor.floats()).as(container + name).isEqualTo(reference.tensor(name).floats());
      }
    }
  }

  @Test
  void tensorsNobodyTookAreReportedUnlessTheyMayBeThere() throws IOException {
    shard("model.safetensors", "a", "b.bias", "extra");
    CheckpointFolder checkpoint = CheckpointFolder.open(folder);
    checkpoint.refuseLeftovers(Set.of("a", "extra"), name -> name.endsWith(".bias"));
    assertThatExceptionOfType(MalformedCheckpoint.class)
        .isThrownBy(() -> checkpoint.refuseLeftovers(Set.of("a"), name -> name.endsWith(".bias")))
        .withMessageContaining("extra")
        .withMessageContaining("model.safetensors");
    assertThatThrownBy(() -> checkpoint.tensor("c")).hasMessageContaining("no tensor c");
  }

  @Test
  void shardsAreFoundThroughTheirIndex() throws IOException {
    shard("model-00001-of-00002.safetensors", "a");
    shard("model-00002-of-00002.safetensors", "b");
    index(
        "\"b\": \"model-00002-of-00002.safetensors\", \"a\": \"model-00001-of-00002.safetensors\"");
    CheckpointFolder checkpoint = CheckpointFolder.open(folder);
    assertThat(checkpoint.names()).containsExactlyInAnyOrder("a", "b");
    assertThat(checkpoint.tensor("a").floats()).containsExactly(1f);
    assertThat(checkpoint.tensor("b").floats()).containsExactly(1f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../model.safetensors",
        "/etc/passwd",
        "..",
        "a/b.safetensors",
        "..\\\\a.safetensors",
        "absent.safetensors",
        ""
      })
  void anIndexMayNotLeaveItsFolder(String file) throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    shard("model.safetensors", "a");
    Path path = inside.resolve("model.safetensors.index.json");
    Files.writeString(path, "{\"weight_map\": {\"a\": \"" + file + "\"}}");
    assertThatExceptionOfType(MalformedCheckpoint.class)
        .isThrownBy(() -> CheckpointFolder.open(inside))
        .withMessageContaining("index.json");
  }

  @Test
  void aShardWithoutThePromisedTensorIsNamed() throws IOException {
    shard("one.safetensors", "a");
    index("\"b\": \"one.safetensors\"");
    assertThatExceptionOfType(MalformedCheckpoint.class)
        .isThrownBy(() -> CheckpointFolder.open(folder).tensor("b"))
        .withMessageContaining("one.safetensors");
  }

  @Test
  void aFolderWithoutTensorsSaysWhatItLooksFor() {
    assertThatThrownBy(() -> CheckpointFolder.open(folder))
        .hasMessageContaining("model.safetensors")
        .hasMessageContaining("pytorch_model.bin");
  }

  @Test
  void fieldsOfTheConfigurationAreReportedByName() throws IOException {
    shard("model.safetensors", "a");
    assertThatThrownBy(() -> CheckpointFolder.open(folder).config())
        .hasMessageContaining("config.json");
    Files.writeString(
        folder.resolve("config.json"),
        "{\"hidden_size\": 16, \"layers\": \"two\", \"eps\": 1e-12, \"n\": 0, \"tied\": null}");
    ModelConfig config = CheckpointFolder.open(folder).config();
    assertThat(config.size("hidden_size")).isEqualTo(16);
    assertThat(config.real("eps")).isEqualTo(1e-12);
    assertThat(config.real("hidden_size")).isEqualTo(16);
    assertThat(config.flag("tied", true)).isTrue();
    assertThatThrownBy(() -> config.size("layers"))
        .hasMessageContaining("config.json: layers is \"two\"; it must be a whole number");
    assertThatThrownBy(() -> config.size("n")).hasMessageContaining("from 1 up");
    assertThatThrownBy(() -> config.size("eps")).hasMessageContaining("whole number");
    assertThatThrownBy(() -> config.text("model_type"))
        .hasMessageContaining("model_type is missing");
  }

  private void index(String map) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {" + map + "}}");
  }

  private void shard(String file, String... names) throws IOException {
    StringBuilder header = new StringBuilder("{");
    byte[] data = new byte[4 * names.length];
    for (int i = 0; i < names.length; i++) {
      header.append(i == 0 ? "" : ",");
      header.append(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}"
              .formatted(names[i], 4 * i, 4 * i + 4));
      System.arraycopy(TorchZip.floats(1 + i), 0, data, 4 * i, 4);
    }
    byte[] json = header.append('}').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var bytes =
        java.nio.ByteBuffer.allocate(8 + json.length + data.length)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve(file), bytes.putLong(json.length).put(json).put(data).array());
  }
}
