/**
 * Rankings on benchmarks, made of raw rows at every request: the rows are read in one snapshot
 * ({@link dev.hypersweep.orchestrator.leaderboard.ResultRows}), sifted ({@link
 * dev.hypersweep.orchestrator.leaderboard.Selection}), put together ({@link
 * dev.hypersweep.orchestrator.leaderboard.BoardRows}) and ranked ({@link
 * dev.hypersweep.orchestrator.leaderboard.Ranking}).
 */
package dev.hypersweep.orchestrator.leaderboard;
