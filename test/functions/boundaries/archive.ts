import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; `lies` change what its headers say of it. */
export interface Packed {
  name: string
  data: Uint8Array | string
  stored?: boolean
  lies?: { size?: number; crc?: number; flags?: number; method?: number }
}

const bytesOf = (data: Uint8Array | string): Buffer => Buffer.from(data as string)

/** A ZIP archive, as an honest program or a hostile one would make it. */
export function zip(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, stored = false, lies = {} } of files) {
    const raw = bytesOf(data)
    const packed = stored ? raw : deflateRawSync(raw, { level: 9 })
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(lies.flags ?? 0x800, 2)
    common.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 4)
    common.writeUInt32LE(lies.crc ?? crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(lies.size ?? raw.length, 18)
    common.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed])
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      common,
      Buffer.alloc(14),
      label,
    ])
    entry.writeUInt32LE(at, 42)
    bodies.push(local)
    directory.push(entry)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

type Ring = readonly (readonly [number, number])[]

/** A .shp of polygons, each a list of rings as they are to be written. */
export function shp(polygons: readonly (readonly Ring[])[], code = 5): Buffer {
  const records = polygons.map((rings, i) => {
    const points = rings.flat()
    const body = Buffer.alloc(44 + 4 * rings.length + 16 * points.length)
    body.writeInt32LE(code, 0)
    body.writeInt32LE(rings.length, 36)
    body.writeInt32LE(points.length, 40)
    let first = 0
    rings.forEach((ring, r) => {
      body.writeInt32LE(first, 44 + 4 * r)
      first += ring.length
    })
    points.forEach(([x, y], p) => {
      body.writeDoubleLE(x, 44 + 4 * rings.length + 16 * p)
      body.writeDoubleLE(y, 44 + 4 * rings.length + 16 * p + 8)
    })
    const header = Buffer.alloc(8)
    header.writeInt32BE(i + 1, 0)
    header.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([header, body])
  })
  const header = Buffer.alloc(100)
  const whole = Buffer.concat([header, ...records])
  whole.writeInt32BE(9994, 0)
  whole.writeInt32BE(whole.length / 2, 24)
  whole.writeInt32LE(1000, 28)
  whole.writeInt32LE(code, 32)
  return whole
}

/** A .dbf of texts (C) by the names of its columns; texts are written in `encoding`. */
export function dbf(
  rows: readonly Record<string, string>[],
  encoding: BufferEncoding = 'utf8',
): Buffer {
  const names = Object.keys(rows[0] ?? { id: '' })
  const width = 80
  const header = Buffer.alloc(32 + 32 * names.length + 1)
  header[0] = 3
  header.writeUInt32LE(rows.length, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(1 + width * names.length, 10)
  names.forEach((name, i) => {
    header.write(name, 32 + 32 * i, 10, 'latin1')
    header.write('C', 32 + 32 * i + 11, 'latin1')
    header[32 + 32 * i + 16] = width
  })
  header[header.length - 1] = 0x0d
  const body = rows.map((row) => {
    const line = Buffer.alloc(1 + width * names.length, ' ')
    names.forEach((name, i) => line.write(row[name] ?? '', 1 + width * i, width, encoding))
    return line
  })
  return Buffer.concat([header, ...body])
}

/** What ESRI writes for TM-3 by the central meridian, under any name. */
export const esriTm3 = (meridian: number, name = 'DGN_1995_Indonesia_TM-3_Zone'): string =>
  `PROJCS["${name}",GEOGCS["GCS_DGN_1995",DATUM["D_Datum_Geodesi_Nasional_1995",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",200000.0],PARAMETER["False_Northing",1500000.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

/** What OGC's WKT 1 says of UTM on WGS 84. */
export const ogcUtm = (zone: number, side: 'N' | 'S'): string =>
  `PROJCS["WGS 84 / UTM zone ${zone}${side}",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${6 * zone - 183}],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",${side === 'N' ? 0 : 10000000}],UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]`
