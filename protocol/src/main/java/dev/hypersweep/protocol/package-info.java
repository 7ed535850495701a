/**
 * What crosses a wire: between orchestrator and worker (REST, {@code /api/v1/worker}), between a
 * worker's agent and its trainer process (JSON lines over pipes), and into the store (manifests).
 */
package dev.hypersweep.protocol;
