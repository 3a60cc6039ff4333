/** What supervisors of the sample agency say about days, and how employees answer. */
export const demoRemarks = {
  feedback: [
    'Laporannya jelas. Lain kali sebutkan juga jumlah pesertanya.',
    'Bagus, hasilnya sudah saya teruskan kepada pimpinan.',
    'Mohon lampirkan notula agar mudah ditelusuri.',
    'Pertahankan. Untuk pekan depan, dahulukan yang tenggatnya dekat.',
    'Kalau terkendala data dari unit lain, kabari saya sebelum siang.',
  ],
  reply: [
    'Siap, akan saya lengkapi besok.',
    'Terima kasih atas masukannya.',
    'Baik, notulanya saya unggah sore ini.',
  ],
  returned: [
    'Hasilnya belum disebutkan. Tulis jumlah dan satuannya.',
    'Kegiatan ini lebih cocok untuk RHK lain.',
  ],
};
