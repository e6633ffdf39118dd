// What can wait until the page is there, so that nothing that is read waits for it.
async function load() {
  await Promise.allSettled(['theme-choice', 'account-menu'].map((name) => import(`./${name}.js`)))
  // It keeps what the page has loaded by then.
  import('./offline.js')
}

if (document.readyState === 'complete') load()
else addEventListener('load', load, { once: true })
