import { absolute, ago } from '@/shared/format/time'
import { NOTHING } from '@/shared/format/number'
import { useNow } from './useNow'

/** A relative time that keeps up, with the absolute one on hover. */
export function Ago({ at }: { at: string | null | undefined }) {
  const now = useNow()
  if (at == null) return <span className="quiet">{NOTHING}</span>
  return (
    <time dateTime={at} title={absolute(at)} className="num">
      {ago(at, now)}
    </time>
  )
}
