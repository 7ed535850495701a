import { Button } from '@mantine/core'
import { asProblem } from '@/shared/api/problem'
import { CopyButton } from './CopyButton'
import { TokenForm } from './TokenForm'
import classes from './Message.module.css'

/** What went wrong, in the server's words, and a way on. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = asProblem(error)
  return (
    <div className={classes.message} data-tone="bad" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail !== '' && <p>{problem.detail}</p>}
      {problem.status === 401 && <TokenForm />}
      <div className={classes.actions}>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
        {problem.requestId !== null && (
          <span className={classes.fine}>
            request <code>{problem.requestId}</code> <CopyButton text={problem.requestId} what="request id" />
          </span>
        )}
      </div>
    </div>
  )
}
