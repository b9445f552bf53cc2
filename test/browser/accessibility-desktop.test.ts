import { tryScreens } from './accessibility.ts'

tryScreens('desktop')
