package dev.hypersweep.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.cli.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.of(Map.of("HYPERSWEEP_HOME", folder.toString()));
    Files.writeString(folder.resolve("tokens"), "{\"client\":\"hsc_1\",\"worker\":\"hsw_1\"}");
  }

  @Test
  void withoutAnythingItIsThisMachinesStandardPort() {
    assertThat(Server.of(Map.of(), home).url()).isEqualTo("http://127.0.0.1:8484");
    assertThat(Server.of(Map.of("HYPERSWEEP_PORT", "9000"), home).url())
        .isEqualTo("http://127.0.0.1:9000");
  }

  @Test
  void theHomesInstanceIsFoundWithTheHomesToken() throws IOException {
    instance("{\"url\":\"http://127.0.0.1:9111\",\"pid\":12}");

    Server server = Server.of(Map.of("HYPERSWEEP_PORT", "9000"), home);

    assertThat(server.url()).isEqualTo("http://127.0.0.1:9111");
    assertThat(server.token()).contains("hsc_1");
  }

  @Test
  void theHomesTokenIsNotSentToAnotherServer() throws IOException {
    instance("{\"url\":\"http://127.0.0.1:9111\",\"pid\":12}");

    Server server = Server.of(Map.of("HYPERSWEEP_URL", "https://lab.example/"), home);

    assertThat(server.url()).isEqualTo("https://lab.example");
    assertThat(server.token()).isEmpty();
  }

  @Test
  void theEnvironmentsTokenGoesFirst() {
    assertThat(Server.of(Map.of("HYPERSWEEP_TOKEN", "hsc_2"), home).token()).contains("hsc_2");
  }

  @Test
  void aDamagedInstanceFileIsNoInstance() throws IOException {
    instance("{\"url\":");

    assertThat(Server.of(Map.of(), home).url()).isEqualTo("http://127.0.0.1:8484");
  }

  @Test
  void whatIsNoAddressIsRefusedByItsText() {
    assertThatThrownBy(() -> Server.of(Map.of("HYPERSWEEP_URL", "lab:8484"), home))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lab:8484");
  }

  private void instance(String text) throws IOException {
    Files.writeString(folder.resolve("instance.json"), text);
  }
}
