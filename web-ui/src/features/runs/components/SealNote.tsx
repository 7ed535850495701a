import { CopyButton } from '@/shared/ui/CopyButton'
import classes from './SealNote.module.css'

/** Whether a manifest is still the one that was sealed. */
export function SealNote({ seal, holds }: { seal: string; holds: boolean }) {
  return (
    <div className={classes.seal} data-holds={holds} role={holds ? undefined : 'alert'}>
      <strong>{holds ? '✓ The seal holds.' : '✕ The seal is broken.'}</strong>{' '}
      {holds
        ? 'The manifest’s hash is the one that was stored with the result.'
        : 'The manifest was altered after the result was stored; an audit would refuse to execute it.'}
      <div className={classes.hash}>
        <code>{seal}</code> <CopyButton text={seal} what="seal" />
      </div>
    </div>
  )
}
