/**
 * SHA-256 of a file in hexadecimal. The browser computes it off the main thread; 25 MB take about
 * half a second on an old laptop.
 */
export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
