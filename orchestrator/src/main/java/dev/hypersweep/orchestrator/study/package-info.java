/** Searches for programs that evaluate points themselves. */
package dev.hypersweep.orchestrator.study;
