package dev.hypersweep.orchestrator.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Values of jsonb columns, as records and maps. */
@ApplicationScoped
public class Json {

  @Inject ObjectMapper mapper;

  /** The record that a column holds, or null. */
  public <T> T read(String text, Class<T> type) {
    try {
      return text == null ? null : mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a " + type.getSimpleName(), e);
    }
  }

  /** The object that a column holds. */
  public Map<String, Object> map(String text) {
    try {
      return mapper.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column does not hold a JSON object", e);
    }
  }
}
