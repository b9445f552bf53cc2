import { expect, test } from 'vitest'
import { routeOf } from '../../web/route.ts'

test.each([
  { path: '/', page: 'home', params: {} },
  { path: '/peta', page: 'map', params: {} },
  { path: '/peta/', page: 'map', params: {} },
  { path: '/peta/019', page: 'map', params: { id: '019' } },
  { path: '/bidang/019/jejak', page: 'trail', params: { id: '019' } },
  { path: '/daftarkan/019/batas', page: 'registration', params: { id: '019', step: 'batas' } },
  { path: '/bidang/a%20b', page: 'parcel', params: { id: 'a b' } },
  { path: '/bidang/100%', page: 'parcel', params: { id: '100%' } }, // typed by hand
  { path: '/bidang', page: 'nowhere', params: {} },
  { path: '/peta/019/lagi', page: 'nowhere', params: {} },
])('$path leads to $page', ({ path, page, params }) => {
  expect(routeOf(path)).toMatchObject({ page, params, path })
})

test('a route knows what follows the question mark', () => {
  expect(routeOf('/cakupan', '?kanwil=bali').search.get('kanwil')).toBe('bali')
})
