/** Do `work` on each of `things`, at most `atOnce` at the same time; the first error lets the rest end. */
export async function pooled<T>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const rest = things.values()
  const worker = async (): Promise<void> => {
    for (const thing of rest) await work(thing)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
}
