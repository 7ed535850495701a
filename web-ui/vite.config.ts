import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import type { ProxyOptions } from 'vite'
import { defineConfig } from 'vitest/config'

const orchestrator = new URL(process.env.HYPERSWEEP_URL ?? 'http://127.0.0.1:8484').origin

/** The orchestrator lets in pages of its own origin only: ours count as such, a foreign page stays foreign. */
const proxy: ProxyOptions = {
  target: orchestrator,
  changeOrigin: true,
  configure(server) {
    server.on('proxyReq', (passedOn, { headers }) => {
      if (headers.origin === `http://${headers.host}`) passedOn.setHeader('Origin', orchestrator)
    })
  },
}

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: { '/api': proxy, '/q': proxy } },
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
