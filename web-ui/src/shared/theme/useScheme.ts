import { useComputedColorScheme } from '@mantine/core'
import type { Scheme } from './variantColour'

export function useScheme(): Scheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false })
}
