import { orient2d } from 'robust-predicates'
import { type Boundary, partsOf, type Ring } from './boundary.ts'
import { pointer } from './fault.ts'
import type { Finding } from './finding.ts'
import type { Meeting } from './meetings.ts'
import type { Phrase } from './phrase.ts'
import { type Nesting, sweep } from './sweep.ts'

type Key = string | number

/** A ring of the boundary with its place in it; ring 0 of a part is its shell, the others are holes. */
interface Placed {
  ring: Ring
  part: number
  index: number
  keys: Key[]
}

const SAID = {
  flat: {
    id: 'Garis batas ini tidak melingkupi tanah: semua titiknya segaris.',
    en: 'This boundary line encloses no land: all its corners are on one line.',
  },
  repeat: {
    id: 'Titik yang sama tercatat dua kali berturut-turut.',
    en: 'The same corner is recorded twice in a row.',
  },
  cross: {
    id: 'Garis batas memotong dirinya sendiri di tempat ini.',
    en: 'The boundary line crosses itself at this place.',
  },
  overlap: {
    id: 'Garis batas berimpit dengan dirinya sendiri mulai dari tempat ini.',
    en: 'The boundary line runs along itself from this place on.',
  },
  spike: {
    id: 'Garis batas berbalik arah di titik ini, sehingga membentuk duri tanpa luas.',
    en: 'The boundary line turns back on itself at this corner and forms a spike without area.',
  },
  touch: {
    id: 'Garis batas menyentuh dirinya sendiri di tempat ini.',
    en: 'The boundary line touches itself at this place.',
  },
  crossOther: {
    id: 'Dua garis batas dari bidang ini saling memotong di tempat ini.',
    en: 'Two boundary lines of this parcel cross at this place.',
  },
  overlapOther: {
    id: 'Dua garis batas dari bidang ini berimpit mulai dari tempat ini.',
    en: 'Two boundary lines of this parcel run along each other from this place on.',
  },
  holeOutside: {
    id: 'Lubang ini terletak di luar bagian bidang yang memuatnya.',
    en: 'This hole lies outside the part of the parcel that it belongs to.',
  },
  holeNested: {
    id: 'Lubang ini terletak di dalam lubang lain.',
    en: 'This hole lies inside another hole.',
  },
  partNested: {
    id: 'Bagian bidang ini terletak di dalam bagian lain, sehingga tanahnya terhitung dua kali.',
    en: 'This part lies inside another part of the parcel, so that its land counts twice.',
  },
  cutApart: {
    id: 'Garis batas bersentuhan di tempat ini sehingga tanah di dalamnya terputus.',
    en: 'Boundary lines touch at this place so that the land within is cut apart.',
  },
  moveCorners: {
    id: 'Geser atau hapus titik di dekatnya sampai garisnya tidak lagi bertemu.',
    en: 'Move or delete corners near it until the lines no longer meet.',
  },
  deleteCorner: { id: 'Hapus titik itu.', en: 'Delete that corner.' },
  drawAgain: {
    id: 'Gambar ulang garis ini, atau hapus.',
    en: 'Draw this line again, or delete it.',
  },
} as const satisfies Record<string, Phrase>

/** True when no three corners of a ring form a triangle. */
function isFlat(ring: Ring): boolean {
  const [first] = ring
  if (!first) return true
  const far = ring.find(([x, y]) => x !== first[0] || y !== first[1])
  return !far || ring.every(([x, y]) => orient2d(...first, ...far, x, y) === 0)
}

function isRepeated(ring: Ring, i: number): boolean {
  return i > 0 && ring[i]![0] === ring[i - 1]![0] && ring[i]![1] === ring[i - 1]![1]
}

/** E01, always: rings without land and lines that meet. */
const invalid = (at: readonly Key[], message: Phrase, cure: Phrase): Finding => ({
  rule: 'E01',
  severity: 'B',
  pointer: pointer(...at),
  message,
  cure,
})

/** A repeated corner does no harm to the area, so it is only told; one finding per ring. */
function repeatFindings({ ring, keys }: Placed): Finding[] {
  const i = ring.findIndex((_, index) => isRepeated(ring, index))
  if (i === -1) return []
  const finding = invalid([...keys, i], SAID.repeat, SAID.deleteCorner)
  return [{ ...finding, severity: 'W', place: ring[i]! }]
}

function meetingFinding({ kind, place, spots: [one, other] }: Meeting, rings: Placed[]): Finding {
  const isOneRing = one.ring === other.ring
  const said =
    isOneRing || kind === 'spike' || kind === 'touch' ? SAID[kind] : SAID[`${kind}Other` as const]
  const { keys } = rings[other.ring]!
  const cure = kind === 'spike' ? SAID.deleteCorner : SAID.moveCorners
  return { ...invalid([...keys, other.position], said, cure), place }
}

/** What lies inside what, once it is known that no lines meet. */
function nestingFindings(rings: Placed[], { containers }: Nesting): Finding[] {
  return rings.flatMap(({ part, index, keys }, r) => {
    const container = rings[containers[r]!]
    if (index > 0) {
      if (container?.part === part && container.index === 0) return []
      const isNested = container?.part === part
      return [invalid(keys, isNested ? SAID.holeNested : SAID.holeOutside, SAID.drawAgain)]
    }
    if (!container || container.index > 0) return [] // an island in a hole is a part of its own
    return [invalid(keys, SAID.partNested, SAID.drawAgain)]
  })
}

/**
 * Rings of one part that touch in a closed chain cut it apart: going from ring to place of contact to
 * ring must never lead back to where it began.
 */
function cutFindings(rings: Placed[], { contacts }: Nesting): Finding[] {
  const leader = rings.map((_, r) => r)
  const leaderOf = (ring: number): number => {
    let r = ring
    while (leader[r] !== r) r = leader[r] = leader[leader[r]!]!
    return r
  }
  const findings: Finding[] = []
  for (const { place, rings: touching } of contacts) {
    const firsts = new Map<number, number>() // of each part that has rings here
    for (const r of touching) {
      const { part, keys } = rings[r]!
      const first = firsts.get(part)
      if (first === undefined) firsts.set(part, r)
      else if (leaderOf(first) !== leaderOf(r)) leader[leaderOf(r)] = leaderOf(first)
      else findings.push({ ...invalid(keys, SAID.cutApart, SAID.moveCorners), place })
    }
  }
  return findings
}

/**
 * What is wrong with the lines of a boundary (E01): rings without land, corners told twice, lines
 * that cross or touch themselves or each other, each with its place, holes outside their shell.
 */
export function ringFindings(boundary: Boundary, keys: readonly Key[]): Finding[] {
  const all = partsOf(boundary).flatMap((part, p) =>
    part.map((ring, r): Placed => {
      const inPart = boundary.type === 'Polygon' ? [r] : [p, r]
      return { ring, part: p, index: r, keys: [...keys, ...inPart] }
    }),
  )
  const flat: Placed[] = []
  const rings: Placed[] = []
  for (const placed of all) (isFlat(placed.ring) ? flat : rings).push(placed)
  const { meetings, nesting } = sweep(rings.map(({ ring }) => ring))
  return [
    ...flat.map((placed) => invalid(placed.keys, SAID.flat, SAID.drawAgain)),
    ...meetings.map((meeting) => meetingFinding(meeting, rings)),
    ...(nesting && flat.length === 0 ? nestingFindings(rings, nesting) : []),
    ...(nesting ? cutFindings(rings, nesting) : []),
    ...rings.flatMap(repeatFindings),
  ]
}
