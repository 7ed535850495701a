package dev.hypersweep.orchestrator.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who may call what. The worker protocol: a worker's token, always. The client API: a client's
 * token, or no token at all from this machine while the orchestrator listens on loopback only (see
 * {@link LoopbackCallers}).
 */
@ApplicationScoped
public class AccessRules implements HttpSecurityPolicy {

  @Inject LoopbackCallers loopback;

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    String path = request.normalizedPath();
    if (isBelow(path, "/api/v1/worker")) {
      return identity.map(caller -> new CheckResult(caller.hasRole("worker")));
    }
    if (isBelow(path, "/api") && !loopback.only()) {
      return identity.map(caller -> new CheckResult(caller.hasRole("client")));
    }
    return CheckResult.permit();
  }

  static boolean isBelow(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
