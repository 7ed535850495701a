package dev.hypersweep.orchestrator.worker;

/**
 * Where a run would be computed: a dataset's content and an environment, the two that make its
 * fingerprint together with what it is. They are those of the live workers that it suits. If there
 * is none, they are those of the suitable worker that was heard of last, for it is the best guess
 * at the one that will come: so what is computed is known without any worker.
 */
public final class KnownPlaces {

  /**
   * A subquery with {@code content_hash} and {@code environment_fingerprint}, for a lateral join
   * with {@code need}, which has {@code dataset}, {@code device}, {@code threads} and {@code
   * memory_bytes}.
   */
  public static final String FOR_NEED =
      """
      (select distinct content_hash, environment_fingerprint
       from (
         select d.content_hash, w.environment_fingerprint,
                rank() over (order by w.live desc, case when not w.live then w.last_seen_at end desc)
                  as place
         from (select w.*, %s as live from worker w) w
         join worker_dataset d on d.worker_id = w.id
         where d.dataset = need.dataset and w.device = need.device and w.threads = need.threads
           and w.memory_bytes >= need.memory_bytes) suitable
       where place = 1)
      """
          .formatted(LiveWorker.CONDITION);

  private KnownPlaces() {}
}
