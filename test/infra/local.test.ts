import { mkdir, stat, symlink } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { decodeJwt } from 'jose'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { findRunning } from '../../infra/local/running.ts'
import { signIn } from '../../infra/local/sign-in.ts'
import { freePort, isGone, run, runCommand, start, temporaryFolder, up } from './local-process.ts'

const passwordIn = (said: string): string => /Password\s+(\S+)/.exec(said)?.[1] ?? ''

async function registry() {
  const [port, dataDir] = [await freePort(), await temporaryFolder()]
  const running = await start(port, dataDir)
  return { port, dataDir, origin: `http://localhost:${port}`, running }
}

async function tokenOf(port: number, account: string): Promise<string> {
  const { code, stdout } = await run('token.ts', [account], { PORT: String(port) }).ended
  expect(code).toBe(0)
  return stdout.trim()
}

describe('a running registry', { timeout: 240_000 }, () => {
  test('serves the page, signs in, hands out tokens and keeps to itself', async () => {
    const { port, dataDir, origin, running } = await registry()

    // the page, for any place in it, and nothing that is not there
    const page = await fetch(`${origin}/bidang/abc`)
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(page.headers.get('Cache-Control')).toBe('no-cache')
    const [, script = ''] = /<script[^>]+src="([^"]+)"/.exec(await page.text()) ?? []
    const asset = await fetch(new URL(script, origin))
    expect(asset.headers.get('Content-Type')).toMatch(/^text\/javascript/)
    expect(asset.headers.get('Cache-Control')).toContain('immutable')
    expect((await fetch(`${origin}/assets/none.js`)).status).toBe(404)
    expect((await fetch(`${origin}/..%2f..%2fpackage.json`)).status).toBe(404)

    // the printed password signs in, another does not
    await vi.waitFor(() => expect(passwordIn(running.said())).not.toBe(''))
    const password = passwordIn(running.said())
    const { access_token, refresh_token, id_token } = await signIn(origin, 'kpb.binjai', password)
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'kpb.binjai', aud: 'urn:petak:api' })
    expect(decodeJwt(access_token).iss).not.toContain(String(port))
    expect(decodeJwt(id_token)).toMatchObject({ sub: 'kpb.binjai', name: 'KPB Binjai' })
    const { exp = 0, iat = 0 } = decodeJwt(access_token)
    expect(exp - iat).toBe(3600)
    await expect(signIn(origin, 'kpb.binjai', 'salah')).rejects.toThrow('422')
    await expect(signIn(origin, 'siapa', password)).rejects.toThrow('422')
    const renew = () =>
      fetch(`${origin}/oidc/token`, {
        method: 'POST',
        headers: { Origin: origin }, // as a browser sends
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: 'petak-web',
          refresh_token,
        }),
      })
    expect((await renew()).status).toBe(200)
    expect((await renew()).status).toBe(400) // a refresh token works once

    // the token script
    const token = await tokenOf(port, 'petugas.binjai')
    const me = await fetch(`${origin}/api/me`, { headers: { Authorization: `Bearer ${token}` } })
    expect(await me.json()).toMatchObject({ roles: [{ role: 'petugas' }] })
    const unknown = await run('token.ts', ['siapa'], { PORT: String(port) }).ended
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toMatch(/^There is no account siapa.*\n$/)

    // secrets are the owner's alone, and no token is in the log
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    expect(running.said()).not.toContain(token)

    // nothing listens to the network
    const stores = (await findRunning(port))!.stores
    const outward = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
    for (const { address, family, internal } of outward) {
      if (internal || family !== 'IPv4') continue
      for (const at of [origin, stores.dynamodb, stores.s3])
        await expect(fetch(`http://${address}:${new URL(at).port}/`)).rejects.toThrow()
    }

    // a second one is refused, by its data and by its port
    const other = { PORT: String(await freePort()), DATA_DIR: dataDir }
    const second = await run('start.ts', [], other).ended
    expect(second.code).toBe(1)
    expect(second.stderr).toMatch(/^Petak did not start\. .*DATA_DIR.*\n$/)
    const third = await run('start.ts', [], { PORT: String(port), DATA_DIR: dataDir }).ended
    expect(third.code).toBe(1)
    expect(third.stderr).toMatch(/^Petak did not start\. .*PORT.*\n$/)
    expect((await fetch(`${origin}/api/health`)).status).toBe(200)
  })

  test('killed, leaves no Java and loses nothing, on whatever port it starts again', async () => {
    const { port, dataDir, origin, running } = await registry()
    const token = await tokenOf(port, 'petugas.binjai')
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/geo+json' }
    const properties = { upt: 'lapas-kelas-iia-binjai', name: 'Sawah Tunggurono' }
    const draft = JSON.stringify({ type: 'Feature', geometry: null, properties })
    const created = await fetch(`${origin}/api/parcels`, { method: 'POST', headers, body: draft })
    expect(created.status).toBe(201)
    const path = new URL(created.headers.get('Location')!, origin).pathname

    const { dynamodb } = (await findRunning(port))!.stores
    expect(await isGone(dynamodb)).toBe(false)
    running.child.kill('SIGKILL')
    await vi.waitFor(async () => expect(await isGone(dynamodb)).toBe(true), { timeout: 5_000 })

    const elsewhere = await freePort()
    const again = await start(elsewhere, dataDir)
    const found = await fetch(`http://127.0.0.1:${elsewhere}${path}`, { headers })
    expect(found.status).toBe(200) // with the token of before
    expect(await found.json()).toMatchObject({ properties: { name: 'Sawah Tunggurono' } })

    const { stores } = (await findRunning(elsewhere))!
    again.child.kill('SIGTERM')
    expect((await again.ended).code).toBe(0)
    expect(await isGone(stores.dynamodb)).toBe(true)
    const none = await run('token.ts', ['pusat'], { PORT: String(elsewhere) }).ended
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toMatch(/^No registry .*PORT.*\n$/)
  })
})

test('npm that is killed takes everything along', { timeout: 240_000 }, async () => {
  const [port, dataDir] = [await freePort(), await temporaryFolder()]
  const npm = runCommand('npm', ['start'], { PORT: String(port), DATA_DIR: dataDir })
  await up(port, npm)
  const { dynamodb } = (await findRunning(port))!.stores
  npm.child.kill('SIGKILL')
  await vi.waitFor(
    async () => {
      expect(await isGone(`http://127.0.0.1:${port}`)).toBe(true)
      expect(await isGone(dynamodb)).toBe(true)
    },
    { timeout: 10_000 },
  )
})

describe('a start that cannot be', { timeout: 120_000 }, () => {
  test('without Java says what to install', async () => {
    const dataDir = await temporaryFolder()
    const bin = join(dataDir, 'bin')
    await mkdir(bin)
    await symlink(process.execPath, join(bin, 'node'))
    const env = { PORT: String(await freePort()), DATA_DIR: dataDir, PATH: bin }
    const { code, stderr } = await run('start.ts', [], env).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Petak did not start\. Java 17.*default-jre-headless.*\n$/)
  })

  test('on a port that another program has', async () => {
    const port = await freePort()
    const server = createServer().listen(port, '127.0.0.1')
    onTestFinished(() => void server.close())
    const env = { PORT: String(port), DATA_DIR: await temporaryFolder() }
    const { code, stderr } = await run('start.ts', [], env).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Petak did not start\. Port \d+ is taken.*PORT=.*\n$/)
  })

  test('on what is no port', async () => {
    const { code, stderr } = await run('start.ts', [], { PORT: 'tiga' }).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Petak did not start\. PORT is "tiga".*\n$/)
  })
})
