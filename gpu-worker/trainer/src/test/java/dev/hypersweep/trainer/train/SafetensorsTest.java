package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAndTheFileIsInTheFormat() throws IOException {
    Path file = written();
    Safetensors.Contents contents = Safetensors.read(file);
    assertThat(contents.metadata()).containsEntry("step", "7");
    assertThat(contents.tensors().get("w").shape()).containsExactly(1, 2);
    assertThat(contents.tensors().get("w").bytes().getFloat(4)).isEqualTo(-2.5f);

    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(bytes, 8, (int) header))
        .contains("\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}");
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("cut off");
  }

  private Path written() throws IOException {
    ByteBuffer values = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    values.putFloat(1.5f).putFloat(-2.5f).flip();
    Path file = folder.resolve("w.safetensors");
    Safetensors.write(
        file, Map.of("step", "7"), List.of(new Safetensors.Tensor("w", new long[] {1, 2}, values)));
    return file;
  }
}
