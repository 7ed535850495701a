import { Link } from '@tanstack/react-router'
import type { Audit } from '@/shared/api/types'
import { count, significant } from '@/shared/format/number'
import { Ago } from '@/shared/ui/Ago'
import { verdictWords } from '../verdict'
import classes from './AuditCard.module.css'

/** One audit: the verdict first, then what it rests on. */
export function AuditCard({ audit }: { audit: Audit }) {
  const { tone, title } = verdictWords(audit)
  return (
    <article className={classes.card} data-tone={tone}>
      <header>
        <h3>{title}</h3>
        <span className="quiet">
          audit {audit.id}, asked for <Ago at={audit.createdAt} />
          {audit.judgedAt !== null && (
            <>
              , judged <Ago at={audit.judgedAt} />
            </>
          )}
        </span>
      </header>
      {audit.reason !== null && <p>{audit.reason}</p>}
      <p className={classes.base}>
        {audit.state === 'JUDGED' && audit.steps !== null && <>{count(audit.steps)} steps compared. </>}
        {audit.executionRunId !== null && (
          <>
            Executed as{' '}
            <Link to="/runs/$id" params={{ id: String(audit.executionRunId) }}>
              run {audit.executionRunId}
            </Link>
            .
          </>
        )}
      </p>
      {audit.metrics.length > 0 && (
        <Differences
          caption="Metrics"
          rows={audit.metrics.map((metric) => [metric.name, significant(metric.original, 8), significant(metric.repeated, 8)])}
        />
      )}
      {audit.environmentDifferences.length > 0 && (
        <Differences
          caption="Differences of the environment"
          rows={audit.environmentDifferences.map((field) => [field.field, field.original ?? '–', field.repeated ?? '–'])}
        />
      )}
    </article>
  )
}

function Differences({ caption, rows }: { caption: string; rows: [string, string, string][] }) {
  return (
    <div className={classes.scroller}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Stored</th>
            <th scope="col">Again</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, original, repeated]) => (
            <tr key={name} data-same={original === repeated}>
              <th scope="row">{name}</th>
              <td>{original}</td>
              <td>{repeated}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
