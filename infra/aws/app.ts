import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { PetakStack } from './stack.ts'

const page = fileURLToPath(new URL('../../web/dist', import.meta.url))

new PetakStack(new App(), 'Petak', {
  description: 'Petak, the registry of granted land',
  ...(existsSync(`${page}/index.html`) && { page }), // `npm run deploy` builds it
})
