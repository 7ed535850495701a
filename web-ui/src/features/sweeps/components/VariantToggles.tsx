import { VariantName } from '@/shared/ui/VariantName'
import classes from './VariantToggles.module.css'

interface Props {
  variants: string[]
  off: string[]
  onChange: (off: string[] | undefined) => void
}

/** The chart's legend; each entry switches its variant on and off. */
export function VariantToggles({ variants, off, onChange }: Props) {
  const toggle = (variant: string) => {
    const next = off.includes(variant) ? off.filter((other) => other !== variant) : [...off, variant]
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <div className={classes.toggles} role="group" aria-label="Variants shown">
      {variants.map((variant) => (
        <button key={variant} type="button" aria-pressed={!off.includes(variant)} onClick={() => toggle(variant)}>
          <VariantName name={variant} />
        </button>
      ))}
    </div>
  )
}
