// Loaded before the program (`node --import`): its clock runs as always, but some milliseconds ahead or behind.
const moved = Number(process.env.TEST_CLOCK_MOVED_MS ?? 0);
const RealDate = globalThis.Date;
const now = () => RealDate.now() + moved;

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
