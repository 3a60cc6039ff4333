const FRIENDLY = new Set(
  '👍 👏 🎉 🙏 ❤️ ❤ 🔥 ⭐ 💪 ✅ ✔️ 👌 🙌 😄 😁 🙂 😊 💯 🚀 🏆 ✨ 🥰 🤩 🤗 😍 😎 🫡 🤝 ⚡ 🆒 🍾 🦄 👨‍💻'.split(
    ' ',
  ),
);

/** Whether a reaction is an appreciation; criticism needs words. */
export function isAppreciation(emoji: string): boolean {
  return FRIENDLY.has(emoji);
}
