import { describe, expect, it } from 'vitest';
import { saysBack } from '../../src/core/back-words.ts';

describe('being back at work', () => {
  it.each([
    ...['Saya sudah masuk', 'sudah masuk', 'saya sudah masuk kerja lagi.', 'Saya masuk hari ini', 'Masuk'],
    ...[
      'saya sudah masuk, Pak',
      'sudah kembali bekerja',
      'Hari ini saya masuk kembali',
      'saya sudah aktif kembali',
    ],
    ...['I am back', "I'm back!", 'I’m back at work', 'back to work', "I'm back to the office today"],
  ])('is said by: %s', (text) => expect(saysBack(text)).toBe(true));

  it.each([
    ...[
      'Surat masuk 12 berkas',
      'Mengagendakan surat masuk',
      'kembali',
      'back',
      'Saya sudah masuk data SIPD',
    ],
    ...['Verifikasi data masuk', 'Backup server', 'I am back from Surabaya with 3 reports', ''],
  ])('is not said by: %s', (text) => expect(saysBack(text)).toBe(false));
});
