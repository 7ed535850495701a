package dev.hypersweep.agent.wire;

/** What became of a request, in the terms that decide what the sender does next. */
public sealed interface Answer<T> {

  /** 2xx. {@code body} is null where the orchestrator had nothing to say (204). */
  record Accepted<T>(T body) implements Answer<T> {}

  /** 409 stale-generation: somebody else has the run, or it has ended. Nothing more is wanted. */
  record Superseded<T>(String problem) implements Answer<T> {}

  /** Any other 3xx or 4xx: sending it again would be refused again. */
  record Refused<T>(int status, String problem) implements Answer<T> {}

  /** No connection, a timeout, 5xx (507 storage-full too), 408, 425, 429: try again later. */
  record Away<T>(String reason) implements Answer<T> {}
}
