// A curfew that a channel follows from the evening on, and changes to it. Data and steps for tests only.
import type { Curfew } from "../../../src/domain/curfew.ts";
import { changeScene, decree, ec } from "./change-scene.ts";

export type Scene = Awaited<ReturnType<typeof changeScene>>;

/** A channel that follows Guayas; the decree stands since the noon before. */
export async function evening(
  at: string,
  { old = decree(), areas = ["EC-G"] }: { old?: Curfew; areas?: string[] } = {},
): Promise<Scene> {
  const s = await changeScene("2026-03-15T12:00");
  await s.record("curfew.declared", old);
  s.hand.set(ec("2026-03-15T21:58"));
  await s.clockwork.tick(s.hand.clock.now());
  await s.subscribe(areas);
  s.courier.start();
  if (at > "2026-03-15T21:58") await s.playTo(at);
  return s;
}

export async function change(
  s: Scene,
  content: Curfew,
  kind: "curfew.changed" | "curfew.lifted" | "curfew.annulled" = "curfew.changed",
) {
  const before = s.posts.length;
  await s.record(kind, content);
  await s.settle();
  return s.posts.slice(before);
}

export const BEGAN = "🔴 CURFEW NOW until Mon 16 Mar 05:00 (EC time): EC-G.";
export const tonight = (hours: { start?: string; end?: string }) =>
  decree({ exceptions: [{ night: "2026-03-15", off: false, ...hours }] });
export const lifted = (from: string, more: Partial<Curfew> = {}) =>
  decree({ lifted: { by: { en: "Decreto 2", es: "Decreto 2" }, date: from.slice(0, 10), from: ec(from) }, ...more });
