/** Have the browser keep the page itself, so that a report can be written where there is no link. */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !navigator.onLine) return
  await navigator.serviceWorker.register('/worker.js').catch(() => {}) // then it needs a link to open
}
