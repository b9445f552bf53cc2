import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../api.ts'
import { holds } from '../session.ts'

/** Reports that wait on this device, for those who write reports; loaded once the page stands. */
export function LazyWaiting({ me }: { me: Me }) {
  const [Waiting, setWaiting] = useState<ComponentType>()
  const reports = holds(me, 'petugas') || holds(me, 'kpb')
  useEffect(() => {
    if (!reports) return
    const load = () =>
      void import('./waiting.tsx').then(
        (module) => setWaiting(() => module.Waiting),
        () => {}, // the next visit sends what waits
      )
    const timer = setTimeout(load, 1500) // ms; what the person came for comes first
    return () => clearTimeout(timer)
  }, [reports])
  return Waiting ? <Waiting /> : null
}
