import { useEffect, useState } from 'preact/hooks'
import { announce } from './live.tsx'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'

/** Whether the browser has a link; drawn again when it comes or goes. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** One line over every page while there is no link. */
export function OfflineBanner() {
  const online = useOnline()
  const [wasOffline, setWasOffline] = useState(!online)
  useEffect(() => {
    if (!online) setWasOffline(true)
    else if (wasOffline) {
      setWasOffline(false)
      announce(say(shell.backOnline))
    }
  }, [online])
  if (online) return null
  return (
    <div class="offline-banner no-print" role="status">
      {say(shell.offline)}
    </div>
  )
}
