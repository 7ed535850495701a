import { CopyButton } from './CopyButton'
import classes from './CodeBlock.module.css'

/** Text as it is stored, with numbered lines and a way to copy it. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className={classes.block}>
      <div className={classes.copy}>
        <CopyButton text={text} what={label} />
      </div>
      <pre tabIndex={0} aria-label={label}>
        {text
          .replace(/\n$/, '')
          .split('\n')
          .map((line, index) => (
            <span key={index} className={classes.line}>
              {line}
              {'\n'}
            </span>
          ))}
      </pre>
    </div>
  )
}
