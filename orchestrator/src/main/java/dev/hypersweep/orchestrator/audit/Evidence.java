package dev.hypersweep.orchestrator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/**
 * What a run left that can be compared.
 *
 * @param steps optimiser steps done
 * @param pruned ended early: what it has is compared, what it would have become is not known
 * @param chain stitched over its attempts
 * @param lastDigest the digest of its last step, as its result names it
 * @param metrics final values by name
 * @param environment from its manifest
 */
record Evidence(
    long steps,
    boolean pruned,
    StepChain chain,
    String lastDigest,
    SortedMap<String, Double> metrics,
    JsonNode environment) {}
