import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIncluded, merkleTree } from '../../functions/domain/merkle.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

// The eight leaves and their roots that implementations of RFC 6962 compare themselves by
// (google/certificate-transparency, merkletree tests).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('Merkle tree of RFC 6962', () => {
  test.each(ROOTS.map((root, index) => ({ size: index + 1, root })))(
    'root over $size leaves',
    ({ size, root }) => {
      expect(merkleTree(LEAVES.slice(0, size))).toMatchObject({ size, root })
    },
  )

  test('an empty tree has the hash of nothing', () => {
    expect(merkleTree([]).root).toBe(createHash('sha256').digest('hex'))
  })

  test.each([
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      index: 2,
      size: 3,
      path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    },
  ])('the way up from leaf $index of $size', ({ index, size, path }) => {
    const tree = merkleTree(LEAVES.slice(0, size))
    expect(tree.path(index)).toEqual(path)
    expect(isIncluded(LEAVES[index]!, { index, size, path }, tree.root)).toBe(true)
  })

  test('every leaf is proved at its own place and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = Array.from({ length: size }, (_, index) => Uint8Array.of(index))
        const { root, path } = merkleTree(leaves)
        const [index, other] = [a % size, b % size]
        const proof = { index, size, path: path(index) }
        expect(isIncluded(leaves[index]!, proof, root)).toBe(true)
        if (other === index) return
        expect(isIncluded(leaves[other]!, proof, root)).toBe(false)
        expect(isIncluded(leaves[index]!, { ...proof, index: other }, root)).toBe(false)
      }),
    )
  })

  const { root, path } = merkleTree(LEAVES)
  test.each([
    { name: 'a path that is too short', proof: { index: 0, size: 8, path: path(0).slice(1) } },
    { name: 'one that is too long', proof: { index: 0, size: 8, path: [...path(0), ROOTS[0]!] } },
    { name: 'another size', proof: { index: 0, size: 4, path: path(0) } },
    { name: 'a place outside', proof: { index: 8, size: 8, path: path(0) } },
    { name: 'a fraction of a place', proof: { index: 0.5, size: 8, path: path(0) } },
    { name: 'no hash', proof: { index: 0, size: 8, path: ['zz', ...path(0).slice(1)] } },
  ])('declines $name', ({ proof }) => {
    expect(isIncluded(LEAVES[0]!, proof, root)).toBe(false)
  })

  test('an inner node is no leaf', () => {
    const pair = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), LEAVES[0]!]))
      .digest()
    const other = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), LEAVES[1]!]))
      .digest()
    const two = merkleTree(LEAVES.slice(0, 2))
    const forged = Uint8Array.from(Buffer.concat([pair, other]))
    expect(isIncluded(forged, { index: 0, size: 1, path: [] }, two.root)).toBe(false)
  })
})
