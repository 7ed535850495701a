package dev.hypersweep.protocol;

import java.util.List;

/** What {@code trainer describe} prints and an agent registers: one worker's abilities. */
public record WorkerDescription(
    Resources resources, Environment environment, List<DatasetInfo> datasets) {}
