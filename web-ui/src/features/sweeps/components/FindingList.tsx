import { Link } from '@tanstack/react-router'
import type { Finding, Sweep } from '@/shared/api/types'
import { significant } from '@/shared/format/number'
import { StateBadge } from '@/shared/ui/StateBadge'
import classes from './health.module.css'

/** Findings, the worst first: what was seen, what to do, and what it rests on. */
export function FindingList({ sweep, findings }: { sweep: Sweep; findings: Finding[] }) {
  return (
    <ul className={classes.findings} aria-label="Findings">
      {findings.map((finding) => (
        <li key={finding.kind + finding.place + finding.subject + finding.text}>
          <StateBadge state={finding.severity} />
          <div>
            <p>{finding.text}</p>
            <p>
              <strong>{finding.advice}</strong>
              {finding.place !== '' && (
                <>
                  {' '}
                  <Link to="/sweeps/$id/definition" params={{ id: String(sweep.id) }}>
                    <code>{finding.place}</code>
                  </Link>
                </>
              )}
              {finding.kind === 'ONE_CAUSE' && (
                <>
                  {' '}
                  <Link to="/sweeps/$id/runs" params={{ id: String(sweep.id) }} search={{ state: 'FAILED' }}>
                    Failed runs
                  </Link>
                </>
              )}
            </p>
            <p className={classes.evidence}>{evidence(finding)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function evidence(finding: Finding): string {
  return Object.entries(finding.evidence)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${significant(value, 3)}`)
    .join(' · ')
}
