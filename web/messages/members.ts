import type { Messages } from './phrase.ts'

/** Sentences of Anggota. */
export const membersMessages = {
  title: { id: 'Anggota', en: 'Members' },
  lead: {
    id: 'Siapa yang boleh masuk ke Petak, dengan peran apa, untuk unit atau Kanwil mana.',
    en: 'Who may enter Petak, in which role, for which unit or Kanwil.',
  },
  readOnly: {
    id: 'Anda melihat daftar ini. Hanya Kantor Pusat yang mengubahnya.',
    en: 'You may look at this list. Only Headquarters changes it.',
  },
  notAllowed: {
    id: 'Daftar anggota hanya untuk Kantor Pusat dan auditor. Perlu perubahan? Hubungi Kantor Pusat.',
    en: 'The list of members is for Headquarters and auditors. Need a change? Contact Headquarters.',
  },
  search: { id: 'Cari nama, akun, unit, atau Kanwil', en: 'Find a name, account, unit or Kanwil' },
  role: { id: 'Peran', en: 'Role' },
  allRoles: { id: 'Semua peran', en: 'Every role' },
  count: (shown: number, all: number) => ({
    id: shown === all ? `${all} anggota` : `${shown} dari ${all} anggota`,
    en: shown === all ? `${all} members` : `${shown} of ${all} members`,
  }),
  add: { id: 'Tambah anggota', en: 'Add a member' },
  name: { id: 'Nama', en: 'Name' },
  nameHint: {
    id: 'Nama lengkap tanpa nomor induk kependudukan.',
    en: 'Full name, without any citizen number.',
  },
  subject: { id: 'Nama akun masuk', en: 'Sign-in account' },
  subjectHint: {
    id: 'Tanda pengenal orang ini di layanan masuk, dicatat persis seperti tertulis. Bila ia mencoba masuk ke Petak, halaman itu menampilkannya untuk disampaikan kepada Anda.',
    en: 'What the sign-in service calls this person, written exactly the same. When they try to enter Petak, the page shows it for them to pass on to you.',
  },
  roles: { id: 'Peran dan lingkup', en: 'Roles and reach' },
  action: { id: 'Tindakan', en: 'Action' },
  change: { id: 'Ubah', en: 'Change' },
  end: { id: 'Akhiri', en: 'End' },
  noRole: { id: 'Tidak ada peran (keanggotaan berakhir)', en: 'No role (membership ended)' },
  since: (from: string) => ({ id: `sejak ${from}`, en: `since ${from}` }),
  period: (from: string, until: string) => ({
    id: `${from} sampai ${until}`,
    en: `${from} to ${until}`,
  }),
  morePlaces: (count: number) => ({ id: `dan ${count} lagi`, en: `and ${count} more` }),
  ended: { id: 'sudah berakhir', en: 'has ended' },
  notYet: { id: 'belum berlaku', en: 'not yet in force' },
  yourself: { id: 'akun Anda', en: 'your account' },
  nothing: { id: 'Tidak ada anggota yang cocok', en: 'No member fits' },
  nothingNext: {
    id: 'Periksa ejaannya, atau kosongkan pencarian.',
    en: 'Check the spelling, or clear the search.',
  },
  clear: { id: 'Tampilkan semua', en: 'Show all' },
  more: (count: number) => ({ id: `Tampilkan ${count} lagi`, en: `Show ${count} more` }),

  addTitle: { id: 'Tambah anggota', en: 'Add a member' },
  changeTitle: (name: string) => ({ id: `Ubah anggota: ${name}`, en: `Change member: ${name}` }),
  roleNumber: (n: number) => ({ id: `Peran ${n}`, en: `Role ${n}` }),
  addRole: { id: 'Tambah peran', en: 'Add a role' },
  removeRole: (n: number) => ({ id: `Hapus peran ${n}`, en: `Remove role ${n}` }),
  units: { id: 'Unit', en: 'Units' },
  unitsHint: {
    id: 'Ketik nama unit, misalnya “lapas binjai”, lalu pilih.',
    en: 'Type a unit’s name, such as “lapas binjai”, then choose.',
  },
  kanwil: { id: 'Kanwil', en: 'Kanwil' },
  kanwilHint: { id: 'Ketik nama Kanwil, lalu pilih.', en: 'Type a Kanwil’s name, then choose.' },
  chosen: { id: 'Dipilih', en: 'Chosen' },
  remove: (name: string) => ({ id: `Hapus ${name}`, en: `Remove ${name}` }),
  found: (count: number) => ({
    id: count === 0 ? 'Tidak ada yang cocok. Periksa ejaannya.' : `${count} cocok`,
    en: count === 0 ? 'Nothing fits. Check the spelling.' : `${count} found`,
  }),
  from: { id: 'Berlaku sejak', en: 'In force from' },
  until: { id: 'Sampai (boleh kosong)', en: 'Until (may be empty)' },
  untilHint: { id: 'Hari terakhir peran ini berlaku.', en: 'The last day of this role.' },
  save: { id: 'Simpan', en: 'Save' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  saved: (name: string) => ({
    id: `${name} tersimpan. Berlaku paling lambat satu menit lagi.`,
    en: `${name} is saved. It takes effect within a minute.`,
  }),
  nameMissing: { id: 'Tulis nama orangnya.', en: 'Write the person’s name.' },
  subjectMissing: { id: 'Tulis nama akun masuknya.', en: 'Write the sign-in account.' },
  unitMissing: { id: 'Pilih paling sedikit satu unit.', en: 'Choose at least one unit.' },
  kanwilMissing: { id: 'Pilih paling sedikit satu Kanwil.', en: 'Choose at least one Kanwil.' },
  fromMissing: { id: 'Isi hari mulai berlaku.', en: 'Fill in the first day in force.' },
  untilEarly: {
    id: 'Hari terakhir tidak boleh sebelum hari mulai.',
    en: 'The last day cannot be before the first.',
  },
  roleMissing: { id: 'Tambahkan paling sedikit satu peran.', en: 'Add at least one role.' },

  endTitle: (name: string) => ({
    id: `Akhiri keanggotaan ${name}?`,
    en: `End the membership of ${name}?`,
  }),
  endExplained: {
    id: 'Semua perannya dicabut dan ia tidak dapat masuk lagi paling lambat satu menit kemudian. Yang pernah ia kerjakan tetap tercatat atas namanya.',
    en: 'All roles are withdrawn and access ends within a minute. What this person did stays recorded under the name.',
  },
  confirmEnd: { id: 'Akhiri keanggotaan', en: 'End the membership' },
  endedNow: (name: string) => ({
    id: `Keanggotaan ${name} berakhir.`,
    en: `The membership of ${name} has ended.`,
  }),
  loadingMember: { id: 'Memuat anggota…', en: 'Loading the member…' },
} satisfies Messages
