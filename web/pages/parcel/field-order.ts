/** Members of each part of a record in the order of the registration form; what it lacks comes last. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  address: [
    'street',
    'rtRw',
    'desa',
    'kecamatan',
    'kabupaten',
    'provinsi',
    'kodeKemendagri',
    'kodeBpn',
    'kodeBps',
  ],
  neighbours: ['north', 'east', 'south', 'west'],
  grantor: ['kind', 'name'],
  steps: ['absent', 'number', 'date', 'parties', 'areaM2', 'valueIdr', 'original', 'note'],
  terms: ['purpose', 'noChangeOfFunction', 'reversion'],
  reversion: ['applies', 'date', 'note'],
  titles: [
    'kind',
    'number',
    'holder',
    'issued',
    'expires',
    'areaM2',
    'nibBidang',
    'suratUkur',
    'electronic',
    'original',
  ],
  suratUkur: ['number', 'date', 'areaM2'],
  original: ['place', 'note'],
  bmnRecords: [
    'kdSatker',
    'kodeBarang',
    'nup',
    'kodeRegister',
    'areaM2',
    'builtM2',
    'facilitiesM2',
    'vacantM2',
    'valueIdr',
    'acquired',
    'recorded',
    'condition',
  ],
  value: ['amountIdr', 'basis', 'perM2Idr', 'njopIdr', 'njopYear'],
  legalProblems: [
    'kind',
    'stage',
    'since',
    'areaM2',
    'party',
    'otherTitle',
    'caseNumber',
    'court',
    'claimIdr',
    'counsel',
    'note',
    'strategy',
    'updated',
  ],
  boundarySource: ['method', 'fileName', 'epsg', 'surveyed'],
}

/** Fields of a part of the record, such as `address` or `titles`, in the order of the form. */
export function fieldsInOrder(part: string, entry: object): [field: string, value: unknown][] {
  const order = ORDER[part] ?? []
  const rank = (field: string): number => {
    const at = order.indexOf(field)
    return at < 0 ? order.length : at
  }
  return Object.entries(entry).sort(([a], [b]) => rank(a) - rank(b))
}
