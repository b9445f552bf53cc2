/** Address of the land around Indonesia, made when the page is built (see coastline-plugin.ts). */
declare module 'virtual:coastline' {
  const address: string
  export default address
}
