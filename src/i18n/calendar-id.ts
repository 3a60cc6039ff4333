/** Texts about working days and hours in Indonesian. */
export const calendarId = {
  workday: (hours: string, zone: string) => `Hari ini hari kerja, ${hours} ${zone}`,
  duty: (hours: string, zone: string) => `Hari ini dinas menurut jadwal, ${hours} ${zone}`,
  ramadan: () => 'Ramadan',
  until: (when: string) => `laporan sampai ${when}`,
  at: (time: string) => `pukul ${time}`,
  tomorrowAt: (time: string) => `besok pukul ${time}`,
  dateAt: (date: string, time: string) => `${date} pukul ${time}`,
  notExpectedToday: (reason: string) => `Hari ini tidak perlu melapor: ${reason}.`,
  weekend: () => 'bukan hari kerja',
  offDuty: () => 'lepas dinas menurut jadwal',
};
