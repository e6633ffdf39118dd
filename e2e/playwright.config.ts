import { defineConfig } from '@playwright/test'
import { CHROMIUM } from './chromium'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // Far beyond what any test takes: it ends what hangs, and judges nobody’s speed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  globalSetup: './global-setup.ts',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    launchOptions: CHROMIUM,
  },
})
