import { describe, expect, it } from 'vitest'
import { variantColour } from './variantColour'

const BACKGROUND = { light: '#ffffff', dark: '#1b1c22' }

/** WCAG 2 contrast of two colours. */
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

describe('the colour of a variant', () => {
  it('is the same wherever its name is', () => {
    expect(variantColour('hm-wide', 'light')).toBe(variantColour('hm-wide', 'light'))
  })

  it('tells the six variants apart, at 3:1 or more on the page, light and dark', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const colours = ['dense', 'moe', 'moe-share', 'moe-adapters', 'moe-matched', 'hypermoe'].map((variant) => variantColour(variant, scheme))
      expect(new Set(colours).size).toBe(6)
      for (const colour of [...colours, ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => variantColour(name, scheme))]) {
        expect(contrast(colour, BACKGROUND[scheme])).toBeGreaterThanOrEqual(3)
      }
    }
  })
})
