/** A setting of this Lambda. @throws Error at start when it is missing, rather than fail strangely later */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The setting ${name} is missing.`)
  return value
}

/** A setting of this Lambda that may be left out. */
export const optionalSetting = (name: string): string | undefined => process.env[name] || undefined
