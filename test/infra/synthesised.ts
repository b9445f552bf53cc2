import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import { PetakStack } from '../../infra/aws/stack.ts'

/** CloudFormation's properties, which have no types of their own. */
export type Properties = Record<string, any>

/** A resource of the template. */
export interface Resource {
  Type: string
  Properties: Properties
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** What the stack comes to. */
export interface Synthesised {
  template: Template
  resources: Record<string, Resource>
}

/** Nothing is bundled, which takes its time and changes no fact about the stack. */
export const UNBUNDLED = { 'aws:cdk:bundling-stacks': [] }

/** Synthesise the stack into `folder`, with a page of one file and one asset. */
export function synthesise(
  folder: string,
  context: Record<string, unknown> = UNBUNDLED,
): Synthesised {
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'assets/index-1a2b3c4d.js'), '')
  const app = new App({ outdir: join(folder, 'cdk.out'), context })
  const template = Template.fromStack(new PetakStack(app, 'Petak', { page }))
  return { template, resources: template.toJSON().Resources as Synthesised['resources'] }
}

/** CloudFormation's functions as one text: `{Ref: A}` as `<A>`, `{GetAtt: [A, Arn]}` as `<A.Arn>`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const [[name, of] = ['', undefined]] = Object.entries(value as Record<string, unknown>)
  if (name === 'Ref') return `<${of as string}>`
  if (name === 'Fn::GetAtt') return `<${(of as string[]).join('.')}>`
  if (name === 'Fn::Join') return ((of as [string, unknown[]])[1] ?? []).map(textOf).join('')
  return JSON.stringify(value)
}

/** The one resource of a type whose logical id begins so. */
export function one(stack: Synthesised, type: string, start: string): Resource & { id: string } {
  const found = Object.entries(stack.resources).filter(
    ([id, resource]) => resource.Type === type && id.startsWith(start),
  )
  expect(found.map(([id]) => id)).toHaveLength(1)
  const [id, resource] = found[0]!
  return { id, ...resource }
}
