/** Round m² to whole square decimetres, the registry's unit of area; the result is in m². */
export const toSquareDecimetres = (m2: number): number => Math.round(m2 * 100) / 100
