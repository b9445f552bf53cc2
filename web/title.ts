import { useEffect } from 'preact/hooks'

/** Name the page in the browser's tab: "Peta · Petak". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Petak` : 'Petak'
  }, [title])
}
