import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, hashOf, MOST_LEVELS, sha256Hex } from '../../functions/domain/canonical.ts'

/** The number whose IEEE 754 bits are given in hexadecimal. */
const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE()

describe('canonical JSON, by the examples of RFC 8785', () => {
  test('section 3.2.2: primitive values', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonical(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('section 3.2.3: keys by UTF-16 code units', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonical(input)) as object)[0]).toBe('One') // JavaScript's own order
    expect(canonical(input).match(/:"[^"]*/g)).toEqual([
      ':"Carriage Return',
      ':"One',
      ':"Control',
      ':"Latin Small Letter O With Diaeresis',
      ':"Euro Sign',
      ':"Emoji: Grinning Face',
      ':"Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is %s', (bits, text) => {
    expect(canonical(double(bits))).toBe(text)
  })

  test.each([
    ['NaN', double('7fffffffffffffff')],
    ['infinity', double('7ff0000000000000')],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a key', { '\ude00': 1 }],
    ['undefined', undefined],
    ['an absent element', [undefined]],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('declines %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })

  test('declines what is nested too deep, however deep', () => {
    const nested = (levels: number): unknown =>
      JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown
    expect(canonical(nested(MOST_LEVELS))).toHaveLength(2 * MOST_LEVELS)
    expect(() => canonical(nested(100_000))).toThrow(RangeError)
  })

  test('a member that is undefined counts as absent', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  test('any JSON reads back equal, and the order of its keys does not matter', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

// FIPS 180-2, appendix B.1 and B.2.
test.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('SHA-256 of %s', (text, hash) => {
  expect(sha256Hex(text)).toBe(hash)
})

test('the hash of a value is that of its canonical text', () => {
  expect(hashOf({ b: 1, a: 'é' })).toBe(sha256Hex('{"a":"é","b":1}'))
})
