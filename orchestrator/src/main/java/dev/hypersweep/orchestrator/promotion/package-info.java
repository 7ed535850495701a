/** Lets the best trials go on from rung to rung. */
package dev.hypersweep.orchestrator.promotion;
