package dev.hypersweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriterTest {

  @TempDir Path root;

  @Test
  void aModelIsReadBackWithItsConfiguration() throws IOException {
    Path folder = root.resolve("below/model");
    new CheckpointWriter()
        .write(folder, config(), List.of(floats("b", 1.5f, -2), floats("a", 0.1f)));

    CheckpointFolder back = CheckpointFolder.open(folder);
    assertThat(back.names()).containsExactly("b", "a");
    assertThat(back.tensor("b").floats()).containsExactly(1.5f, -2);
    assertThat(back.tensor("a").floats()).containsExactly(0.1f);
    assertThat(back.config().text("model_type")).isEqualTo("gpt2");
    assertThat(names(root.resolve("below"))).containsExactly("model");
    assertThat(SafetensorsFile.open(folder.resolve("model.safetensors")).metadata())
        .isEqualTo(Map.of("format", "pt"));
  }

  @Test
  void theFileIsInTheFormatAndItsTensorsAreAligned() throws IOException {
    Path path = root.resolve("w.safetensors");
    SafetensorsWriter.write(path, Map.of("step", "7"), List.of(floats("w", 1, 2)));
    byte[] bytes = Files.readAllBytes(path);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(bytes, 8, (int) header, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"step\":\"7\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    assertThat(bytes).hasSize((int) (8 + header + 8));
  }

  @Test
  void aLargeModelIsWrittenInSeveralFiles() throws IOException {
    Path folder = root.resolve("model");
    new CheckpointWriter(StoredType.F32, 12)
        .write(
            folder, config(), List.of(floats("a", 1, 2), floats("b", 3), floats("c", 4, 5, 6, 7)));

    assertThat(names(folder))
        .containsExactly(
            "config.json",
            "model-00001-of-00002.safetensors",
            "model-00002-of-00002.safetensors",
            "model.safetensors.index.json");
    CheckpointFolder back = CheckpointFolder.open(folder);
    assertThat(back.tensor("b").floats()).containsExactly(3);
    assertThat(back.tensor("c").floats()).containsExactly(4, 5, 6, 7);
  }

  @Test
  void numbersAreRoundedToTheNearestOfSixteenBits() throws IOException {
    float[] numbers = {
      1,
      -0f,
      1 + 0x1p-8f,
      1 + 0x3p-8f,
      65519,
      65520,
      0x1p-24f,
      0x1p-25f,
      0x3p-26f,
      1e-30f,
      Float.MAX_VALUE,
      Float.NaN,
      Float.NEGATIVE_INFINITY,
      1 + 0x1p-11f,
      1 + 0x3p-11f,
      0x1.ffcp-15f
    };
    float[] brain = {
      1,
      -0f,
      1,
      1 + 0x1p-6f,
      65536,
      65536,
      0x1p-24f,
      0x1p-25f,
      0x3p-26f,
      1.0010e-30f,
      Float.POSITIVE_INFINITY,
      Float.NaN,
      Float.NEGATIVE_INFINITY,
      1,
      1,
      0x1p-14f
    };
    float[] half = {
      1,
      -0f,
      1 + 0x1p-8f,
      1 + 0x3p-8f,
      65504,
      Float.POSITIVE_INFINITY,
      0x1p-24f,
      0,
      0x1p-24f,
      0,
      Float.POSITIVE_INFINITY,
      Float.NaN,
      Float.NEGATIVE_INFINITY,
      1,
      1 + 0x1p-9f,
      0x1p-14f
    };
    brain[9] = Float.intBitsToFloat(0x0DA2_0000);
    assertThat(rounded(StoredType.BF16, numbers)).containsExactly(brain);
    assertThat(rounded(StoredType.F16, numbers)).containsExactly(half);
  }

  @Test
  void everySixteenBitNumberSurvivesTheWayThere() {
    ByteBuffer bits = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 1 << 16; i++) {
      bits.putShort(0, (short) i);
      float brain = (float) StoredType.BF16.real(bits, 0);
      float half = (float) StoredType.F16.real(bits, 0);
      assertThat(Float.isNaN(brain) || Narrowing.bf16(brain) == (short) i).as("bf16 " + i).isTrue();
      assertThat(Float.isNaN(half) || Narrowing.f16(half) == (short) i).as("f16 " + i).isTrue();
    }
  }

  @Test
  void aFailureLeavesNothingBehindAndWhatWasThereStays() throws IOException {
    Path path = Files.writeString(root.resolve("w.safetensors"), "before");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    path,
                    file -> {
                      WholeFile.writeAll(file, ByteBuffer.wrap(new byte[1000]));
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining("No space");
    assertThat(path).hasContent("before");
    assertThat(names(root)).containsExactly("w.safetensors");

    List<StoredTensor> twice = List.of(floats("a", 1), floats("a", 2));
    Path folder = root.resolve("model");
    assertThatThrownBy(() -> new CheckpointWriter().write(folder, config(), twice))
        .hasMessageContaining("two tensors are called a");
    assertThat(names(root)).containsExactly("w.safetensors");
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() {
    assertThatThrownBy(
            () -> {
              Files.writeString(root.resolve("model.safetensors"), "mine");
              new CheckpointWriter().write(root, config(), List.of(floats("a", 1)));
            })
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(root.resolve("model.safetensors")).hasContent("mine");
  }

  private float[] rounded(StoredType type, float... numbers) throws IOException {
    Path folder = root.resolve(type.name());
    new CheckpointWriter(type, 1000).write(folder, config(), List.of(floats("a", numbers)));
    StoredTensor back = CheckpointFolder.open(folder).tensor("a");
    assertThat(back.type()).isEqualTo(type);
    return back.floats();
  }

  private static ModelConfig config() {
    return ModelConfig.of("test", JsonFile.STRICT.createObjectNode().put("model_type", "gpt2"));
  }

  private static StoredTensor floats(String name, float... numbers) {
    ByteBuffer bytes = ByteBuffer.wrap(TorchZip.floats(numbers)).order(ByteOrder.LITTLE_ENDIAN);
    return new StoredTensor(name, StoredType.F32, new long[] {numbers.length}, bytes);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
