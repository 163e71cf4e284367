// The last notices of a channel, sent and not sent, a line each, with a menu to open one. It must never leave out what was not delivered.
import { ANNOUNCED_DAYS } from "../../domain/announced.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { bare } from "../bare.ts";
import { when } from "../curfew/words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Menu, Message, Row } from "../message.ts";
import { type Out, outButtons, outFields, outOptions } from "./why-unposted.ts";
import { became, becameWords, cut, sceneOfRow, spotName, type WhyScene, whatWords } from "./why-words.ts";

export interface WhyList {
  channelId: string;
  /** Newest first. */
  rows: readonly { key: string; delivery: Delivery }[];
  /** Said after the list: that nobody watches, that the clock is wrong. */
  remarks: readonly string[];
  /** What was recorded lately and got no notice here. */
  out: Out;
}

export function whyList({ channelId, rows, remarks, out }: WhyList, s: WhyScene): readonly Message[] {
  const t = texts(s.language).why;
  const channel = spotName(channelId, s);
  const left = out.all.length === 0 ? [] : [t.out.count(ANNOUNCED_DAYS, out.all.length)];
  if (rows.length === 0) return noRows([t.none(channel), ...left, ...remarks], out, s);
  const scenes = rows.map(({ delivery }) => sceneOfRow(delivery, s));
  const clocks = new Set(scenes.map(({ clock }) => clock));
  const one = clocks.size === 1;
  const lines = rows.map(({ delivery }, i) => {
    const scene = scenes[i] ?? sceneOfRow(delivery, s);
    const at = `**${when(scene, delivery.dueAt)}**${one ? "" : ` ${scene.clock}`}`;
    return `${at} · ${whatWords(delivery, s)}\n➜ ${becameWords(delivery, s)}`;
  });
  const options = rows.map(({ key, delivery }, i) => {
    const scene = scenes[i] ?? sceneOfRow(delivery, s);
    return {
      label: cut(bare(`${when(scene, delivery.dueAt)} · ${whatWords(delivery, s)}`)),
      value: key,
      description: cut(bare(becameWords(delivery, s))),
    };
  });
  return split({
    content: [sentence(`${t.list(channel, rows.length)}: ${counted(rows, s)}`), ...left].join("\n"),
    embed: {
      tone: rows.some(({ delivery }) => isTrouble(delivery)) ? "trouble" : "info",
      ...(remarks.length === 0 ? {} : { description: remarks.join("\n") }),
      fields: [...fieldOf(t.newestFirst(one ? ([...clocks][0] ?? "") : "").trim(), lines), ...outFields(out, s)],
    },
    rows: [menuRow([...options, ...outOptions(out, s)], s), ...outButtons(out, s)],
  });
}

function noRows(lines: readonly string[], out: Out, s: WhyScene): readonly Message[] {
  const t = texts(s.language).why;
  if (out.ever.length === 0) return [{ content: [...lines, t.noAlerts].join("\n") }];
  if (out.all.length === 0) return [{ content: lines.join("\n") }];
  return split({
    content: lines.join("\n"),
    embed: { tone: "info", fields: outFields(out, s) },
    rows: [menuRow(outOptions(out, s), s), ...outButtons(out, s)],
  });
}

const menuRow = (options: Menu["options"], { language }: WhyScene): Row => ({
  menu: { action: { name: "alerts.why", args: [] }, placeholder: texts(language).why.open, options },
});

function counted(rows: WhyList["rows"], { language }: WhyScene): string {
  const all = rows.map(({ delivery }) => became(delivery));
  const count = (...which: ReturnType<typeof became>[]) => all.filter((one) => which.includes(one)).length;
  return texts(language).why.counts({
    there: count("there"),
    lost: count("lost", "not-needed"),
    doubt: count("doubt"),
    waiting: count("waits"),
  });
}

const isTrouble = (row: Delivery) => ["lost", "doubt"].includes(became(row));
