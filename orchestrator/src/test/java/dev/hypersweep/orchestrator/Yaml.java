package dev.hypersweep.orchestrator;

import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Requests with a definition as their body. */
public final class Yaml {

  private Yaml() {}

  /** A request that sends the text as it is. */
  public static RequestSpecification of(String definition) {
    return of(definition.getBytes(StandardCharsets.UTF_8));
  }

  /** A request that sends the bytes as they are. */
  public static RequestSpecification of(byte[] definition) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/yaml", ContentType.BINARY)))
        .contentType("application/yaml")
        .body(definition);
  }
}
