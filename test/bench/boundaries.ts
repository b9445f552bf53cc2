import { areaOf } from '../../functions/domain/area.ts'
import type { Polygon, Position } from '../../functions/domain/boundary.ts'
import { landFindings } from '../../functions/domain/land.ts'
import { overlapOf } from '../../functions/domain/overlap.ts'
import type { Figure } from './figures.ts'
import type { PostGis } from './postgis.ts'
import { INSTALL_POSTGIS, wktOf } from './postgis.ts'
import { seeded } from './seeded.ts'

const CORNERS = 10_000
const RUNS = 30

/** A bank, 1 km across, surveyed at 10,000 places; its corners have seven decimals. */
function bank([lng, lat]: Position, seed: number): Polygon {
  const random = seeded(seed)
  const waves = Array.from({ length: 9 }, (_, i) => ({
    turns: 2 + i * 5,
    phase: 2 * Math.PI * random(),
    share: (0.4 * random()) / (i + 2),
  }))
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / CORNERS
    const wave = waves.reduce((sum, w) => sum + w.share * Math.sin(w.turns * angle + w.phase), 0)
    const radius = 0.0045 * (1 + wave + 0.0002 * random())
    const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7
    return [rounded(lng + radius * Math.cos(angle)), rounded(lat + radius * Math.sin(angle))]
  })
  return { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] }
}

/** The fastest run in milliseconds: others on the machine only ever make one slower. */
function fastest(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** Milliseconds of the fastest run of what PostGIS does with `a` and `b`, in its own process. */
async function timed(postgis: PostGis, a: Polygon, b: Polygon, work: string): Promise<number> {
  const [[ms = ''] = []] = await postgis.query(`
    CREATE TEMP TABLE times (ms float8);
    DO $$
    DECLARE
      a geometry := '${wktOf(a)}'; b geometry := '${wktOf(b)}'; start timestamptz; found text;
    BEGIN
      FOR i IN 1..${RUNS} LOOP
        start := clock_timestamp();
        found := (${work})::text;
        INSERT INTO times VALUES (extract(epoch FROM clock_timestamp() - start) * 1000);
      END LOOP;
    END $$;
    SELECT min(ms) FROM times;`)
  return Number(ms)
}

/** What is decided of a boundary of 10,000 corners, beside what PostGIS takes for the same. */
export async function measureBoundaries(postgis: PostGis | undefined): Promise<Figure[]> {
  const [a, b] = [bank([98.48, 3.6], 1), bank([98.484, 3.602], 2)]
  const works = [
    { name: 'validity', ours: () => void landFindings(a), theirs: 'ST_IsValid(a)' },
    {
      name: 'overlap and its area',
      ours: () => void overlapOf(a, b),
      theirs: 'ST_Area(ST_Intersection(a, b)::geography)',
    },
    { name: 'area', ours: () => void areaOf(a), theirs: 'ST_Area(a::geography)' },
  ]
  const operation = 'Validity, overlap and area of a boundary of 10,000 corners'
  const target = 'no slower than PostGIS'
  if (!postgis) return [{ operation, target, measured: INSTALL_POSTGIS, isMet: undefined }]
  const times: { name: string; ours: number; theirs: number }[] = []
  for (const { name, ours, theirs } of works) {
    fastest(ours) // the compiler has seen it
    times.push({ name, ours: fastest(ours), theirs: await timed(postgis, a, b, theirs) })
  }
  const sum = (of: 'ours' | 'theirs') => times.reduce((all, each) => all + each[of], 0)
  const said = times.map(
    ({ name, ours, theirs }) =>
      `${name} ${(ours / theirs).toFixed(2)} (${ours.toFixed(1)} ms beside ${theirs.toFixed(1)})`,
  )
  const ratio = sum('ours') / sum('theirs')
  return [
    {
      operation,
      target,
      measured: `${ratio.toFixed(2)} times its time: ${said.join(', ')}`,
      isMet: ratio <= 1,
      because: 'what is exact and the width, which PostGIS does not measure, take their time',
    },
  ]
}
