package dev.hypersweep.orchestrator.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The condition of RFC 9110, section 13.1.2. Tags are compared weakly, as it demands: a proxy that
 * compresses answers makes our strong tags weak ones.
 */
public final class IfNoneMatch {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

  private IfNoneMatch() {}

  /** True if the caller has what carries this tag: 304 is the answer. */
  public static boolean has(HttpHeaders headers, EntityTag tag) {
    List<String> lines = headers.getRequestHeaders().get(HttpHeaders.IF_NONE_MATCH);
    return lines != null
        && lines.stream()
            .anyMatch(
                line ->
                    line.strip().equals("*")
                        || TAG.matcher(line)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .anyMatch(tag.getValue()::equals));
  }
}
