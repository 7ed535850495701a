/** Submissions to benchmarks: which runs answer, what is missing, the archive. */
package dev.hypersweep.orchestrator.submission;
