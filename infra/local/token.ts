import { readFile } from 'node:fs/promises'
import { ACCOUNTS, passwordFile } from './accounts.ts'
import { findRunning } from './running.ts'
import { signIn } from './sign-in.ts'

function end(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

const [account = ''] = process.argv.slice(2)
if (!ACCOUNTS.some((one) => one.account === account)) {
  const names = ACCOUNTS.map((one) => one.account).join(', ')
  end(`${account ? `There is no account ${account}` : 'Name an account'}; there are ${names}.`)
}
const port = Number(process.env.PORT || 3000)
const running = await findRunning(port)
if (!running)
  end(`No registry of yours runs on port ${port}. Start it with npm start, or set PORT.`)

const password = await readFile(passwordFile(running.dataDir), 'utf8')
const { access_token } = await signIn(`http://127.0.0.1:${port}`, account, password)
process.stdout.write(`${access_token}\n`)
