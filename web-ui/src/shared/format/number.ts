const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** What stands where a number is not known. */
export const NOTHING = '–'

export function count(value: number | null | undefined): string {
  return value == null ? NOTHING : counts.format(value)
}

/** A count with its noun: `1 run`, `1,204 runs`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** How far something is: `120 of 400`; `120` while the whole is not known. */
export function countOf(part: number, whole: number | null): string {
  return whole === null ? count(part) : `${count(part)} of ${count(whole)}`
}

/** A count for narrow columns: 12,400 is 12.4 k, 3,200,000 is 3.2 M. */
export function compact(value: number | null | undefined): string {
  if (value == null) return NOTHING
  for (const [size, unit] of [[1e9, ' G'], [1e6, ' M'], [1e4, ' k']] as const) {
    if (Math.abs(value) >= size) {
      return significant(value / (unit === ' k' ? 1e3 : size), 3) + unit
    }
  }
  return count(value)
}

/** A plain decimal of so many significant digits, without trailing noise: 0.0030000001 is 0.003. */
export function significant(value: number | null | undefined, digits = 4): string {
  if (value == null || !Number.isFinite(value)) return NOTHING
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size < 1e-4 || size >= 1e9) {
    return value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e')
  }
  return String(Number(value.toPrecision(digits)))
}

/** A score whose uncertainty is not known: three decimals below ten, else three digits. */
export function score(value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return NOTHING
  return Math.abs(value) < 10 ? value.toFixed(3) : significant(value, 4)
}

export function percent(share: number | null | undefined): string {
  return share == null ? NOTHING : `${(share * 100).toFixed(1)} %`
}

export function bytes(value: number | null | undefined): string {
  if (value == null) return NOTHING
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let size = value
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${significant(size, 3)} ${units[unit]}`
}

/** A setting's value as people write it: 3e-3 rather than 0.0030000000000000001. */
export function setting(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : significant(value, 4)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
