import { useScheme } from '@/shared/theme/useScheme'
import { variantColour } from '@/shared/theme/variantColour'
import classes from './VariantName.module.css'

/** A variant's name beside the colour that it has in every table and chart. */
export function VariantName({ name, trial }: { name: string; trial?: number }) {
  const scheme = useScheme()
  return (
    <span className={classes.name}>
      <span className={classes.swatch} style={{ background: variantColour(name, scheme) }} aria-hidden />
      {name}
      {trial !== undefined && <span className="quiet"> #{trial}</span>}
    </span>
  )
}
