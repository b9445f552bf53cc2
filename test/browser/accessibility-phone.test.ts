import { tryScreens } from './accessibility.ts'

tryScreens('phone')
