// Strolls through what employees, supervisors and HR do about performance: plans, role matrix, dialogues, evaluations, tree.

/** Continues a walk in the three panes that it began in. */
export async function walkPerformance({ employee, supervisor, hr, write, sees }) {
  const press = (where, name) => where.getByRole('button', { name }).last().click();

  await write(employee, 'skp');
  await sees(employee, /Terlaksananya surveilans penyakit menular/);
  await write(employee, 'matriks');
  await sees(employee, /Peran saya/);
  await press(employee, /^Jadikan RHK/);
  await press(employee, 'Buka SKP');
  await sees(employee, /Tersedianya peta cakupan imunisasi per desa/);

  await write(supervisor, '/skp Baso');
  await press(supervisor, /^Usulan Baso/);
  await press(supervisor, /^Setujui mulai/);
  await sees(supervisor, /SKP Baso Tenri, A\.Md\.Kep\./);
  await write(supervisor, '/dialog');
  await press(supervisor, /^1\. Baso/);
  await press(supervisor, 'Bahan dialog');
  await sees(supervisor, /Bahan dialog kinerja/);

  await write(supervisor, '/evaluasi');
  await press(supervisor, /^Evaluasi tim/);
  await press(supervisor, /^Andi Rahmawati/);
  await press(supervisor, 'Beri rating');
  const form = supervisor.getByRole('dialog');
  await form.getByLabel('Sesuai ekspektasi').first().check();
  await form.getByLabel('Di atas ekspektasi').last().check();
  await press(form, /^Periksa/);
  await press(supervisor, 'Simpan');
  await sees(supervisor, /Sudah dinilai/);
  await write(employee, 'evaluasi');
  await sees(employee, /Predikat kinerja/);

  await write(hr, '/pohon Dinas Kesehatan');
  await press(hr, 'Gambar pohon');
  await hr.locator('.picture img').last().waitFor({ timeout: 20_000 });
}
