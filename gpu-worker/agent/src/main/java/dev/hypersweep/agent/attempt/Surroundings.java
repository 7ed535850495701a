package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.Timing;
import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.trainer.TrainerCommand;
import dev.hypersweep.agent.wire.Orchestrator;
import java.time.Duration;

/** What every attempt of an agent shares. */
public record Surroundings(
    Orchestrator orchestrator,
    TrainerCommand command,
    AgentStatus status,
    Timing timing,
    Stop stop,
    Duration heartbeatEvery) {}
