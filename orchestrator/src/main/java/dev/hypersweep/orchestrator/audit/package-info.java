/**
 * Stored runs executed again. A request checks the seal and queues an AUDIT run made of the
 * manifest ({@link dev.hypersweep.orchestrator.audit.AuditRequests}); a worker executes it like any
 * other run; when it has ended, {@link dev.hypersweep.orchestrator.audit.AuditJudge} compares what
 * both sides left ({@link dev.hypersweep.orchestrator.audit.Evidence}) and stores the verdict
 * ({@link dev.hypersweep.orchestrator.audit.Judgement}).
 */
package dev.hypersweep.orchestrator.audit;
