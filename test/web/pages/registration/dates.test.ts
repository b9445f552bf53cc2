import { expect, test } from 'vitest'
import { parseDay } from '../../../../web/pages/registration/dates.ts'

test.each([
  ['15-1-2026', '2026-01-15'],
  ['15/01/2026', '2026-01-15'],
  ['15.1.2026', '2026-01-15'],
  ['15 Januari 2026', '2026-01-15'],
  ['1 Nopember 1998', '1998-11-01'],
  ['7 agt. 2021', '2021-08-07'],
  ['2026-01-15', '2026-01-15'],
  ['29 Februari 2024', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(parseDay(text)).toEqual({ ok: true, value: day })
})

test.each(['31-2-2021', '29 Februari 2025', '15-1-26', 'Januari 2026', '15 Foo 2026', 'kemarin'])(
  '%s is refused',
  (text) => {
    expect(parseDay(text).ok).toBe(false)
  },
)
