import { render } from 'preact'
import { App } from './shell.tsx'
import { startSession } from './session.ts'

const root = document.getElementById('app')
if (root) render(<App />, root)
void startSession()
