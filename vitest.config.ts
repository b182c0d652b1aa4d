import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to itself; it hardly needs one, and of two that is half.
    maxWorkers: '100%',
    // Files share what they load, which is a third of their time. So none may leave anything behind: no module of the
    // program keeps what a run could change, and what a test stubs is put back.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {provider: 'v8', include: ['scripts/**/*.ts'], reporter: ['text-summary', 'html']}
  }
})
