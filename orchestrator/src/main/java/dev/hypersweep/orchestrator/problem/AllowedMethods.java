package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Which methods a path knows, as the API document says, for the header {@code Allow} (RFC 9110,
 * 10.2.1): the framework leaves it out of a 405, now and then says 404 instead, and counts the
 * methods of sub-paths in an answer to OPTIONS.
 */
@ApplicationScoped
public class AllowedMethods {

  private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

  private record Known(Pattern path, String methods) {}

  private final List<Known> known = new ArrayList<>();

  @Inject
  AllowedMethods(ObjectMapper mapper) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream document = loader.getResourceAsStream(DOCUMENT)) {
      for (var path : mapper.readTree(document).get("paths").properties()) {
        known.add(new Known(pattern(path.getKey()), methods(path.getValue())));
      }
    }
  }

  /** The methods of a path, joined by commas; empty if the document has no such path. */
  Optional<String> of(String path) {
    return known.stream()
        .filter(one -> one.path().matcher(path).matches())
        .map(Known::methods)
        .findFirst();
  }

  /** True if the path is there, but does not know that method. */
  boolean refuses(String path, String method) {
    return of(path).filter(methods -> !List.of(methods.split(", ")).contains(method)).isPresent();
  }

  @ServerResponseFilter
  void options(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      of(request.getUriInfo().getPath())
          .ifPresent(methods -> response.getHeaders().putSingle(HttpHeaders.ALLOW, methods));
    }
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private static String methods(JsonNode operations) {
    TreeSet<String> methods = new TreeSet<>();
    operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    methods.add(HttpMethod.OPTIONS);
    return String.join(", ", methods);
  }
}
