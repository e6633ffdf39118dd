import type { LaunchOptions } from '@playwright/test'

/**
 * What Chromium is to do without. The popup of its address bar is a page of its own, made anew for every window, and took
 * as much of the processor as the page that is tested. Of several such lists Chromium takes the last, so that
 * Playwright’s own names are said again.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...[
    'HttpsFirstBalancedModeAutoEnable',
    'LensOverlay',
    'MediaRouter',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
  ],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch'],
]

/** The browser that is tested with. */
export const CHROMIUM: LaunchOptions = {
  executablePath: process.env.CHROMIUM_PATH || undefined,
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', `--disable-features=${WITHOUT.join()}`],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
}
