package dev.hypersweep.orchestrator.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** "Who holds this token?" */
public final class TokenRequest extends BaseAuthenticationRequest {

  private final String token;

  TokenRequest(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
