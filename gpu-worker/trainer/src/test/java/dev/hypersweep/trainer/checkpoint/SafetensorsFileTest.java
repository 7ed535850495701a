package dev.hypersweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

  @TempDir Path folder;

  @Test
  void halvesAndWholeNumbersAreReadExactly() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) 0x3C00).putShort((short) 0x0001).putShort((short) 0xFC00); // F16
    data.putShort((short) 0x3F80).putShort((short) 0xC2F7).putShort((short) 0x0001); // BF16
    data.putLong(-7);
    SafetensorsFile file =
        SafetensorsFile.open(
            written(
                """
                {"half": {"dtype": "F16", "shape": [3], "data_offsets": [0, 6]},
                 "brain": {"dtype": "BF16", "shape": [1, 3], "data_offsets": [6, 12]},
                 "whole": {"dtype": "I64", "shape": [], "data_offsets": [12, 20]}}
                """,
                data.array()));

    assertThat(file.tensors().get("half").reals())
        .containsExactly(1, 0x1p-24, Double.NEGATIVE_INFINITY);
    assertThat(file.tensors().get("brain").floats()).containsExactly(1f, -123.5f, 0x1p-133f);
    assertThat(file.tensors().get("whole").wholes()).containsExactly(-7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [3], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [4, 12]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [-4, 4]}}",
        "{\"a\": {\"dtype\": \"F33\", \"shape\": [2], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [4294967296, 4294967296], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]},"
            + " \"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2.5], \"data_offsets\": [0, 8]}}",
        "[1, 2]",
        "{\"a\": "
      })
  void anInconsistentHeaderIsRefusedWithTheFilesName(String header) throws IOException {
    Path path = written(header, new byte[8]);
    assertThatExceptionOfType(MalformedCheckpoint.class)
        .isThrownBy(() -> SafetensorsFile.open(path))
        .withMessageStartingWith(path.toString());
  }

  @Test
  void everyMalformedFileOfTheReferenceIsRefusedAndTheValidOneIsNot() throws IOException {
    Path malformed =
        SharedVectors.folder("model").resolve("checkpoint-io").resolve("malformed-safetensors");
    try (Stream<Path> files = Files.list(malformed)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThan(10);
      for (Path file : all) {
        if (file.getFileName().toString().startsWith("valid")) {
          assertThat(SafetensorsFile.open(file).tensors()).isNotEmpty();
        } else {
          assertThatExceptionOfType(MalformedCheckpoint.class)
              .as(file.toString())
              .isThrownBy(() -> SafetensorsFile.open(file));
        }
      }
    }
  }

  private Path written(String header, byte[] data) throws IOException {
    byte[] json = header.strip().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve("file.safetensors"), bytes.array());
  }
}
