import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { expect, test as base } from 'vitest'
import type { Letter, Mail } from '../../functions/notify/mail.ts'
import { sendDigests } from '../../functions/notify/send.ts'
import { sesMail } from '../../functions/store/ses.ts'
import { isSwept, sweep } from '../../functions/sweep/sweep.ts'
import { test } from '../stack.ts'
import { submittedParcel } from './using.ts'
import { during } from './wire.ts'

const DAY = '2027-11-23'
const letter: Letter = { id: '1', to: 'kpb@petak.example', day: DAY, subject: 'Petak', text: 'Uji' }

const ses = (endpoint: string, missing?: string): Mail =>
  sesMail(
    'petak@petak.example',
    new SESv2Client({
      region: 'ap-southeast-3',
      endpoint,
      maxAttempts: 1,
      credentials: () =>
        missing === undefined
          ? Promise.resolve({ accessKeyId: 'uji', secretAccessKey: 'uji' })
          : Promise.reject(Object.assign(new Error('none'), { name: missing })),
    }),
  )
const CLOSED = 'http://127.0.0.1:1' // nothing listens there

base.for([
  ['nobody listens', ses(CLOSED)],
  ['the name is unknown', ses('http://ses.invalid')],
  ['there are no credentials', ses(CLOSED, 'CredentialsProviderError')],
] as const)('a letter that cannot have left is refused: %s', async ([, mail]) => {
  await expect(mail.send(letter)).rejects.toThrow()
})

base.for([
  [200, 'sent'],
  [400, 'refused'],
  [429, 'refused'],
  [500, 'unclear'],
  [0, 'unclear'], // the connection breaks once the letter is through
] as const)('SES that answers %i leaves a letter %s', async ([status, outcome]) => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (status === 0) request.socket.destroy()
      else response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sent = ses(`http://127.0.0.1:${port}`)
    .send(letter)
    .catch(() => 'refused')
  expect(await sent).toBe(outcome)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('a night is over once its mails are out, each once, whatever answer was lost', async ({
  as,
  deps,
}) => {
  await submittedParcel(as)
  const around = { ...deps, origin: '' }
  const cut = await sweep({ ...around, mail: ses(CLOSED) }, { date: DAY })
  expect(cut).toMatchObject({ failed: [], done: true, told: { sent: 0, unsent: 3 } })
  expect(await isSwept(deps)).toBe(false)

  const sent: string[] = []
  const mail: Mail = {
    isRepeatable: false,
    send: async ({ to }) => {
      sent.push(to)
      return 'sent'
    },
  }
  const first = await sendDigests({ ...around, mail }, DAY, [], () => sent.length > 0)
  expect(first).toEqual({ sent: 1, failed: 0, done: false }) // its time was over

  let lost = 0
  const rest = await during(
    deps,
    async ({ command, input }, send) => {
      const answer = await send()
      const isClaim = command.startsWith('Update') && /SET sending/.test(input.UpdateExpression)
      if (!isClaim || lost > 0) return answer
      lost += 1
      throw Object.assign(new Error('no answer'), { name: 'TimeoutError' })
    },
    () => sweep({ ...around, mail }),
  )
  expect(rest).toMatchObject({ done: true, told: { sent: 2, unsent: 0 } })
  expect(lost).toBe(1)
  expect(new Set(sent).size).toBe(3)
  expect(sent).toHaveLength(3)
  expect(await isSwept(deps)).toBe(true)
})
