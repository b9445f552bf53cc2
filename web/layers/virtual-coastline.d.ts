/** Land around Indonesia, made when the page is built (see coastline-plugin.ts). */
declare module 'virtual:coastline' {
  /** Steps per degree. */
  export const STEPS: number
  /** Rings as steps from corner to corner: longitude, latitude, longitude, latitude, ... */
  export const rings: number[][]
}
