import type { HolidayYear } from './holidays.ts'

const libur = (date: string, name: string) => ({ date, name, kind: 'libur' as const })
const cuti = (date: string, name: string) => ({ date, name, kind: 'cuti-bersama' as const })

/** Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB of 19 September 2025. */
export const HOLIDAYS_2026: HolidayYear = {
  source: 'SKB Menag 1497/2025, Menaker 2/2025, Menpan RB 5/2025',
  days: [
    libur('2026-01-01', 'Tahun Baru 2026 Masehi'),
    libur('2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'),
    cuti('2026-02-16', 'Tahun Baru Imlek 2577 Kongzili'),
    libur('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'),
    cuti('2026-03-18', 'Hari Suci Nyepi'),
    libur('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)'),
    cuti('2026-03-20', 'Idul Fitri 1447 Hijriah'),
    libur('2026-03-21', 'Idul Fitri 1447 Hijriah'),
    libur('2026-03-22', 'Idul Fitri 1447 Hijriah'),
    cuti('2026-03-23', 'Idul Fitri 1447 Hijriah'),
    cuti('2026-03-24', 'Idul Fitri 1447 Hijriah'),
    libur('2026-04-03', 'Wafat Yesus Kristus'),
    libur('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
    libur('2026-05-01', 'Hari Buruh Internasional'),
    libur('2026-05-14', 'Kenaikan Yesus Kristus'),
    cuti('2026-05-15', 'Kenaikan Yesus Kristus'),
    libur('2026-05-27', 'Idul Adha 1447 Hijriah'),
    cuti('2026-05-28', 'Idul Adha 1447 Hijriah'),
    libur('2026-05-31', 'Hari Raya Waisak 2570 BE'),
    libur('2026-06-01', 'Hari Lahir Pancasila'),
    libur('2026-06-16', 'Tahun Baru Islam 1448 Hijriah'),
    libur('2026-08-17', 'Proklamasi Kemerdekaan'),
    libur('2026-08-25', 'Maulid Nabi Muhammad SAW'),
    cuti('2026-12-24', 'Kelahiran Yesus Kristus'),
    libur('2026-12-25', 'Kelahiran Yesus Kristus'),
  ],
}

/**
 * Reckoned, not decreed: the fixed days and those that follow the calendars (as date-holidays 3.37
 * reckons them). Days of the Hijri year may move by one, and the cuti bersama are missing.
 */
export const HOLIDAYS_2027: HolidayYear = {
  source: 'perhitungan kalender; keputusan bersama tahun 2027 belum dimasukkan',
  provisional: true,
  days: [
    libur('2027-01-01', 'Tahun Baru 2027 Masehi'),
    libur('2027-01-05', 'Isra Mikraj Nabi Muhammad SAW'),
    libur('2027-02-06', 'Tahun Baru Imlek 2578 Kongzili'),
    libur('2027-03-08', 'Hari Suci Nyepi (Tahun Baru Saka 1949)'),
    libur('2027-03-09', 'Idul Fitri 1448 Hijriah'),
    libur('2027-03-10', 'Idul Fitri 1448 Hijriah'),
    libur('2027-03-26', 'Wafat Yesus Kristus'),
    libur('2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)'),
    libur('2027-05-01', 'Hari Buruh Internasional'),
    libur('2027-05-06', 'Kenaikan Yesus Kristus'),
    libur('2027-05-16', 'Idul Adha 1448 Hijriah'),
    libur('2027-05-20', 'Hari Raya Waisak 2571 BE'),
    libur('2027-06-01', 'Hari Lahir Pancasila'),
    libur('2027-06-06', 'Tahun Baru Islam 1449 Hijriah'),
    libur('2027-08-14', 'Maulid Nabi Muhammad SAW'),
    libur('2027-08-17', 'Proklamasi Kemerdekaan'),
    libur('2027-12-25', 'Kelahiran Yesus Kristus; Isra Mikraj Nabi Muhammad SAW'),
  ],
}
