package dev.hypersweep.orchestrator.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while expired leases are found. */
@Readiness
@ApplicationScoped
public class ReaperHealth implements HealthCheck {

  @Inject LeaseReaper reaper;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("lease reaper").status(reaper.works()).build();
  }
}
