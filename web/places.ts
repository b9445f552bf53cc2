import type { Phrase } from '../functions/domain/phrase.ts'
import type { Me } from './api.ts'
import { foodWords } from './messages/food.ts'
import { shell } from './messages/shell.ts'
import type { PageName } from './route.ts'
import { allowed } from './session.ts'

/** A page that the header leads to. */
export interface Place {
  path: string
  page: PageName
  label: Phrase
  /** Pressed after "g". */
  letter: string
  /** Path of its icon within 24 × 24. */
  icon: string
}

/** The pages that a person may use, in the order of the header. */
export const placesFor = (me: Me): Place[] => [
  { path: '/', page: 'home', label: shell.home, letter: 'b', icon: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z' },
  {
    path: '/peta',
    page: 'map',
    label: shell.map,
    letter: 'p',
    icon: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14',
  },
  ...(allowed(me, 'parcel:draft') ? [REGISTER] : []),
  {
    path: '/cakupan',
    page: 'coverage',
    label: shell.coverage,
    letter: 'c',
    icon: 'M4 6h16M4 12h11M4 18h6',
  },
  ...(allowed(me, 'use:read') ? [IDLE] : []),
  ...(allowed(me, 'food:read') ? [FOOD] : []),
  ...(allowed(me, 'member:read') ? [MEMBERS] : []),
]

const REGISTER: Place = {
  path: '/daftarkan',
  page: 'registration',
  label: shell.register,
  letter: 'd',
  icon: 'M12 5v14M5 12h14',
}

const IDLE: Place = {
  path: '/menganggur',
  page: 'idle',
  label: shell.idle,
  letter: 'm',
  icon: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 3',
}

const FOOD: Place = {
  path: '/pangan',
  page: 'food',
  label: foodWords.place,
  letter: 'k',
  icon: 'M12 21v-9M12 12c0-5 3-8 8-8 0 5-3 8-8 8zM12 15c0-4-3-6-7-6 0 4 3 6 7 6z',
}

const MEMBERS: Place = {
  path: '/anggota',
  page: 'members',
  label: shell.members,
  letter: 'a',
  icon: 'M9 11a4 4 0 100-8 4 4 0 000 8zM2 21c0-4 3-6 7-6s7 2 7 6M16 4a4 4 0 010 7M18 15c3 .6 4 3 4 6',
}
