import { randomInt } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'

/** What `file` holds; made at the first call, readable by its owner alone. */
export async function kept(file: string, make: () => string | Promise<string>): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, await make(), { mode: 0o600, flush: true })
  try {
    await link(fresh, file) // whole or not at all, even after a kill in between
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // else another was first
  }
  await rm(fresh)
  return readFile(file, 'utf8')
}

/** Lowercase letters and digits that nobody mistakes for one another. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `length` random characters that are easy to read aloud: 4.9 bits each. */
export const legible = (length: number): string =>
  Array.from({ length }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')
