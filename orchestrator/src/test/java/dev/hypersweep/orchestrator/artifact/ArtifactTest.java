package dev.hypersweep.orchestrator.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArtifactTest extends DispatchTest {

  private Lease lease;

  @BeforeEach
  void lease() {
    queue("default", 0, 1);
    lease = claim(register("w"));
  }

  @Test
  void contentComesBackBitForBitFromAFileNamedByItsHash() throws IOException {
    byte[] content = new byte[3 << 20];
    new Random(7).nextBytes(content);
    String hash = Sha256.hex(content);

    upload(lease, "checkpoint-100.bin", 100L, content)
        .then()
        .statusCode(200)
        .body("sha256", equalTo(hash))
        .body("bytes", equalTo(content.length));

    byte[] fetched = worker().get("/api/v1/worker/artifacts/" + hash).asByteArray();
    assertThat(Arrays.equals(fetched, content)).isTrue();
    assertThat(home.resolve("artifacts").resolve(hash.substring(0, 2)).resolve(hash)).exists();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void theSameAgainChangesNothingAndOtherContentIsRefused() throws IOException {
    upload(lease, "a", null, new byte[] {1}).then().statusCode(200);
    upload(lease, "a", null, new byte[] {1}).then().statusCode(200);
    upload(lease, "a", null, new byte[] {2}).then().statusCode(409);

    assertThat(sql.number("select count(*) from artifact")).isEqualTo(1);
    assertThat(incoming()).isEmpty();
  }

  @Test
  void contentThatIsNotWhatWasMeantIsRefused() throws IOException {
    worker()
        .contentType("application/octet-stream")
        .queryParam("generation", 1)
        .queryParam("sha256", Sha256.hex("something else"))
        .body(new byte[] {1, 2})
        .put("/api/v1/worker/attempts/{id}/artifacts/x", lease.attemptId())
        .then()
        .statusCode(422);

    assertThat(sql.number("select count(*) from artifact")).isZero();
    assertThat(incoming()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2fetc%2fpasswd",
        "..%5c..%5cpasswd",
        "%2e%2e",
        ".hidden",
        "a%00b",
        "a%20b",
        "../../../../../tmp/x",
        "%c3%28"
      })
  void namesThatAreNoNamesAreRefusedAndNothingIsStored(String name) {
    int status =
        worker()
            .urlEncodingEnabled(false)
            .contentType("application/octet-stream")
            .body(new byte[] {1})
            .put(
                "/api/v1/worker/attempts/"
                    + lease.attemptId()
                    + "/artifacts/"
                    + name
                    + "?generation=1")
            .then()
            .contentType("application/problem+json")
            .extract()
            .statusCode();

    assertThat(status).isBetween(400, 405);
    assertThat(sql.number("select count(*) from artifact")).isZero();
  }

  @Test
  void whatNobodyStoredIsNotFound() {
    worker().get("/api/v1/worker/artifacts/" + Sha256.hex("nobody")).then().statusCode(404);
    worker().get("/api/v1/worker/artifacts/..%2ftokens").then().statusCode(404);
  }

  private Stream<Path> incoming() throws IOException {
    return Files.list(home.resolve("artifacts").resolve("incoming"));
  }
}
