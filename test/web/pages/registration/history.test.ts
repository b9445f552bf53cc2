import { expect, test } from 'vitest'
import { begin, redo, step, undo } from '../../../../web/pages/registration/boundary/history.ts'

test('steps go back and forth, and a new step forgets what was undone', () => {
  const three = step(step(begin('a'), 'b'), 'c')
  expect(undo(undo(three)).now).toBe('a')
  expect(redo(undo(three)).now).toBe('c')
  const other = step(undo(three), 'd')
  expect(redo(other)).toBe(other)
  expect(undo(other).now).toBe('b')
})

test('the first state cannot be undone, and old steps end somewhere', () => {
  const first = begin(0)
  expect(undo(first)).toBe(first)
  let many = first
  for (let n = 1; n <= 500; n++) many = step(many, n)
  expect(many.past.length).toBeLessThanOrEqual(100)
})
