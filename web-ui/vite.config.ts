import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const orchestrator = process.env.HYPERSWEEP_URL ?? 'http://127.0.0.1:8484'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: { '/api': orchestrator, '/q': orchestrator } },
  build: {
    target: 'es2022',
    // Straight into the jar's tree, and emptied first, so that no chunk of an older build stays in it.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What every page uses comes as one file; without this it comes as forty of half a kilobyte.
        codeSplitting: { groups: [{ name: 'shared', test: /src[\\/]shared[\\/](?!charts[\\/]echarts)/ }] },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
