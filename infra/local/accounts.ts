import { join } from 'node:path'
import type { Phrase } from '../../functions/domain/phrase.ts'

/** An account of the local OpenID provider; its name is the token's subject. */
export interface Account {
  account: string
  /** What the page shows as the person's name. */
  name: string
  about: Phrase
}

const of = (account: string, name: string, id: string, en: string): Account => ({
  account,
  name,
  about: { id, en },
})

/** Whom the local provider knows. What they may do is told by memberships in the table. */
export const ACCOUNTS: readonly Account[] = [
  of(
    'petugas.binjai',
    'Petugas Binjai',
    'petugas BMN, Lapas Binjai',
    'asset officer, Binjai prison',
  ),
  of('kpb.binjai', 'KPB Binjai', 'kepala Lapas Binjai', 'head of Binjai prison'),
  of(
    'petugas.batang',
    'Petugas Batang',
    'petugas BMN, Lapas Batang',
    'asset officer, Batang prison',
  ),
  of('kpb.batang', 'KPB Batang', 'kepala Lapas Batang', 'head of Batang prison'),
  of('kanwil.sumut', 'Kanwil Sumut', 'Kanwil Sumatera Utara', 'regional office, North Sumatra'),
  of('kanwil.jateng', 'Kanwil Jateng', 'Kanwil Jawa Tengah', 'regional office, Central Java'),
  of('pusat', 'Pusat', 'kantor pusat', 'headquarters'),
  of('auditor', 'Auditor', 'Inspektorat, BPK', 'inspectorate, state audit'),
]

/** Where their one password is kept. */
export const passwordFile = (dataDir: string): string => join(dataDir, 'password')
