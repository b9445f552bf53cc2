import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { html } from 'hono/html'
import type { Letter, Mail } from '../../functions/notify/mail.ts'

/** Where the mails of a registry lie. */
export const mailFolder = (dataDir: string): string => join(dataDir, 'mail')

const FROM = 'Petak <petak@petak.example>' // no such domain: nothing here ever leaves the machine

/** A header's words as RFC 2047 wants them, in pieces that each fit a line. */
const encoded = (words: string): string =>
  (words.match(/.{1,12}/gsu) ?? [])
    .map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\r\n ')

const lines = (base64: string): string => (base64.match(/.{1,76}/g) ?? []).join('\r\n')

/** A letter as a mail program reads it (RFC 5322). */
const emlOf = ({ id, to, day, subject, text }: Letter): string =>
  [
    `Message-ID: <${id}@petak.example>`,
    `Date: ${new Date(`${day}T00:30:00+07:00`).toUTCString().replace('GMT', '+0000')}`,
    `From: ${FROM}`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    lines(Buffer.from(text).toString('base64')),
    '',
  ].join('\r\n')

/** Mail that ends in `folder`, one file a letter: sending one again leaves one. */
export function folderMail(folder: string): Mail {
  return {
    isRepeatable: true,
    send: async (letter) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${letter.id}.eml`)
      await writeFile(`${file}.part`, emlOf(letter), { mode: 0o600 })
      await rename(`${file}.part`, file) // whole, or not there
      return 'sent'
    },
  }
}

/** A mail in the folder, read again. */
interface Kept {
  name: string
  to: string
  text: string
}

async function keptIn(folder: string): Promise<Kept[]> {
  const names = await readdir(folder).catch(() => []) // none was sent yet
  const files = names.filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(
    files.reverse().map(async (name) => {
      const [head = '', body = ''] = (await readFile(join(folder, name), 'utf8')).split('\r\n\r\n')
      const to = /^To: (.*)$/m.exec(head)?.[1] ?? ''
      return { name, to, text: Buffer.from(body, 'base64').toString() }
    }),
  )
}

/** The page of the mails, the newest first, at `/surat`: for whoever knows the demo's password. */
export const createMailPage = (folder: string, password: string) =>
  new Hono()
    .use(basicAuth({ username: 'petak', password, realm: 'Petak' }))
    .get('/surat', async (c) => {
      const kept = await keptIn(folder)
      c.header('Cache-Control', 'no-store')
      return c.html(
        html`<!doctype html>
          <html lang="id">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width" />
              <title>Surat keluar</title>
            </head>
            <body>
              <h1>Surat keluar</h1>
              <p>
                Di komputer ini surat tidak dikirim ke mana-mana; semuanya disimpan di folder mail.
              </p>
              ${kept.length === 0 ? html`<p>Belum ada surat.</p>` : ''}
              ${kept.map(
                ({ name, to, text }) =>
                  html`<article>
                    <h2>${to}</h2>
                    <p>${name}</p>
                    <pre>${text}</pre>
                  </article>`,
              )}
            </body>
          </html>`,
      )
    })
