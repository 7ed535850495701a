import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { keepToken } from '@/shared/api/token'
import classes from './Message.module.css'

/** Asks for a client's token where the orchestrator wants one. */
export function TokenForm() {
  const [token, setToken] = useState('')
  return (
    <form
      className={classes.token}
      onSubmit={(event) => {
        event.preventDefault()
        keepToken(token)
        location.reload()
      }}
    >
      <PasswordInput
        label="Client token"
        description={
          <>
            The value of <code>client</code> in <code>tokens</code> in the orchestrator&apos;s home. Kept until this tab is closed.
          </>
        }
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        placeholder="hsc_…"
        autoComplete="off"
      />
      <Button type="submit" size="xs" disabled={token.trim() === ''}>
        Use this token
      </Button>
    </form>
  )
}
