/** Where two sides, each the runs of a cell, are compared example by example. */
export function comparePath(a: number[], b: number[]): string {
  const query = new URLSearchParams({ a: a.join(','), b: b.join(',') })
  return `/compare?${query.toString().replaceAll('%2C', ',')}`
}
