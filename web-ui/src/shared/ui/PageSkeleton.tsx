import { Skeleton } from '@mantine/core'

/** The outline of a page to come. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton height={24} width={220} mb={10} />
      <Skeleton height={12} width="46%" mb={26} />
      <Skeleton height={260} radius={10} />
    </div>
  )
}
