const BACK =
  /^(?:hari ini )?(?:(?:saya|sy|aku) )?(?:(?:sudah|udah|telah|hari ini|mulai) )*(?:masuk|bekerja|bertugas|aktif)(?: (?:kerja|kantor|lagi|kembali))*(?: (?:hari ini|lagi))?$|^(?:saya )?sudah kembali (?:bekerja|bertugas|ke kantor)$|^(?:i am|i'm|im) back(?: (?:at|to) (?:work|the office))?(?: today)?$|^back (?:at|to) work$/;

/** Whether the whole of a text says that somebody is back at work, such as `saya sudah masuk` or `I am back`. */
export function saysBack(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.trim().toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
  return BACK.test(words.replace(/[\s.!,]*(?: (?:pak|bu|ya))?[\s.!,]*$/, ''));
}
