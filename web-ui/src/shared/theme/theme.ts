import { createTheme, type MantineColorsTuple } from '@mantine/core'

const iris: MantineColorsTuple = [
  '#f0effb', '#dedcf5', '#bab6ec', '#948ee3', '#746cdb', '#5f57d6', '#544bd4', '#453fa5', '#3c36a0', '#2f2a85',
]

/** The greys of the dark theme, with a little blue in them like our own surfaces. */
const dark: MantineColorsTuple = [
  '#e9e8e4', '#b4b4bc', '#9a9aa4', '#6b6c75', '#454853', '#343640', '#22242b', '#1b1c22', '#141519', '#0f1013',
]

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 5 },
  colors: { iris, dark },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
})
