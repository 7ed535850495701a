import type { ProblemPlace } from '@/shared/api/types'
import { counted } from '@/shared/format/number'
import classes from './ProblemPlaces.module.css'

/** What must be mended, each entry leading to its place in the editor. */
export function ProblemPlaces({ places, onGo }: { places: ProblemPlace[]; onGo: (place: ProblemPlace) => void }) {
  return (
    <div role="alert">
      <p className={classes.title}>{counted(places.length, 'thing')} to mend</p>
      <ol className={classes.list}>
        {places.map((place, index) => (
          <li key={index}>
            <button type="button" onClick={() => onGo(place)}>
              {place.line != null && (
                <span className={classes.place}>
                  line {place.line}
                  {place.column != null && `, column ${place.column}`}
                </span>
              )}
              {place.field && <code>{place.field}</code>}
              <span>{place.message}</span>
              {place.fix && <span className={classes.fix}>{place.fix}</span>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
