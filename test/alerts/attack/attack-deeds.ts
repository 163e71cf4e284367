// What people, Discord and machines do in a night that was drawn. Each deed is done to the program and told to the world of the model. It must never judge, nor
// keep anything from the model because the program took it otherwise.
import type { Curfew } from "../../../src/domain/curfew.ts";
import { coverage } from "../../domain/fixtures.ts";
import { decree } from "../changes/change-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";
import { type Act, EDITS, REGIONS, SHAPES } from "./attack-acts.ts";
import * as m from "./attack-model.ts";
import { type AttackScene, GUILD, OWNER, PEER } from "./attack-scene.ts";
import type { Book, World } from "./attack-world.ts";

export class Deeds {
  /** How long who is killed next stays away. */
  deadFor: number | undefined;
  /** To be asked of the record when somebody is back. */
  unsure: (() => void)[] = [];
  readonly s: AttackScene;
  readonly world: World;
  readonly trace: ((line: string) => void) | undefined;
  constructor(s: AttackScene, world: World, trace: ((line: string) => void) | undefined) {
    this.s = s;
    this.world = world;
    this.trace = trace;
  }

  async subscribe(book: Book, shape: number) {
    const wanted = SHAPES[shape] ?? {};
    const { road } = this.s;
    const { stage } = this.world.clocks;
    const before = new Set(road.subscriptions.of(GUILD, book.id)?.subscriptions.map(({ id }) => id));
    await road.subscriptions.subscribe({
      guildId: GUILD,
      channelId: book.id,
      kind: "channel",
      language: "en",
      zone: stage.zone,
      topics: wanted.topics ?? ["curfews"],
      areas: (wanted.areas ?? ["place"]).map((one) => (one === "country" ? stage.country : stage.place)),
      leads: wanted.leads ?? [],
      endLeads: wanted.endLeads ?? [],
      owner: OWNER,
    });
    const { minKilled, regions } = wanted;
    for (const { id } of road.subscriptions.of(GUILD, book.id)?.subscriptions ?? [])
      if (!before.has(id)) await road.subscriptions.setSubscription(GUILD, id, { minKilled, regions });
  }

  async act(act: Act) {
    const { s } = this;
    if (!s.isUp && act.do !== "close" && act.do !== "open" && act.do !== "outage" && act.do !== "swallow") return;
    this.trace?.(`${this.world.clocks.wall(this.world.minute)} ${JSON.stringify(act)}`);
    if ("channel" in act) {
      const book = this.world.books[act.channel];
      return book === undefined ? undefined : this.set(book, act);
    }
    switch (act.do) {
      case "decree":
        return this.enact(act.id, act.law);
      case "lift":
      case "annul": {
        const old = this.world.laws.get(act.id);
        if (old === undefined || old.over !== undefined || old.isGone === true) return;
        const over = { from: this.world.minute, is: act.do === "lift" ? "lifted" : "annulled" } as const;
        return this.enact(act.id, { ...old, over });
      }
      case "retract":
        return this.retract(act.id);
      case "check":
        return this.check(act.hours);
      case "handover":
      case "hand-back":
        return this.handOver(act);
      case "strike":
        return this.strike(act.killed, REGIONS[act.region]);
      case "restate":
        return this.restate(this.world.blows[act.of], act.killed);
      case "withdraw":
        return this.withdraw(this.world.blows[act.of]);
      case "outage":
        s.discord.down = true;
        this.world.outages += 1;
        this.world.outageUntil = Math.max(this.world.outageUntil ?? 0, this.world.minute + act.length);
        return;
      case "down":
        await s.end();
        this.world.downUntil = this.world.minute + act.length;
        return;
      case "die":
        s.arm(act.write, act.after);
        this.deadFor = act.length;
        return;
      case "swallow":
        s.discord.swallow = 1;
        this.world.doubted = this.world.minute;
        return;
    }
  }

  async set(book: Book, act: Extract<Act, { channel: number }>) {
    const { s } = this;
    switch (act.do) {
      case "quiet":
        await s.road.subscriptions.setDestination(GUILD, book.id, { quietHours: m.QUIET[act.hours] });
        return s.settle();
      case "pause":
        await s.road.pausing.begin(
          { guildId: GUILD, channelId: book.id },
          act.length === undefined ? undefined : this.world.clocks.at(this.world.minute + act.length),
          { id: OWNER, name: "Ana" },
        );
        return s.settle();
      case "resume":
        await s.road.pausing.end({ guildId: GUILD, channelId: book.id });
        return s.settle();
      case "close":
        return void s.discord.closed.add(book.id);
      case "open":
        if (!s.discord.closed.delete(book.id)) return;
        this.world.troubled = this.world.minute + 30;
        if (!s.isUp) return;
        s.road.closures.changed({ channelId: book.id });
        return s.settle();
      case "subscribe":
        await this.subscribe(book, act.shape);
        return s.settle();
      case "speak":
        await s.road.subscriptions.setDestination(GUILD, book.id, { language: act.language, zone: act.zone });
        return s.settle();
      case "remove": {
        const own = s.road.subscriptions.of(GUILD, book.id)?.subscriptions ?? [];
        const which = own[act.which];
        if (which === undefined) return;
        book.removed.push(which.id);
        await s.road.subscriptions.end({ guildId: GUILD, channelId: book.id, by: OWNER, ids: [which.id] });
        return s.settle();
      }
      case "edit": {
        const which = s.road.subscriptions.of(GUILD, book.id)?.subscriptions[act.which];
        if (which === undefined) return;
        await s.road.subscriptions.setSubscription(GUILD, which.id, EDITS[act.to] ?? {});
        return s.settle();
      }
      case "board": {
        const board = act.is ? { since: this.s.now() } : undefined;
        if (act.is === (book.snapshots.at(-1)?.board !== undefined)) return;
        await s.road.subscriptions.setDestination(GUILD, book.id, { board });
        return s.settle();
      }
      case "undo": {
        const back = book.removed.pop();
        const row = s.road.subscriptions.ever(GUILD, book.id)?.subscriptions.find(({ id }) => id === back);
        if (back === undefined || row?.endedAt === undefined) return;
        await s.road.subscriptions.setSubscription(GUILD, back, { endedAt: undefined, endedBy: undefined });
        return s.settle();
      }
    }
  }

  /** What the model was told of is taken back where the record, asked by whoever comes back, does not hold it. */
  async written(noun: string, subject: string, back: () => void, run: () => Promise<void>) {
    const versions = this.s.versions(noun, subject) + 1;
    try {
      await run();
    } catch (error) {
      if (!this.s.isDead) throw error;
      this.unsure.push(() => {
        if (!this.s.isRecorded(noun, subject, versions)) back();
      });
      throw error;
    }
  }

  confirm() {
    for (const ask of this.unsure) ask();
    this.unsure = [];
  }

  async enact(id: 0 | 1, law: m.Law) {
    const name = `d${id + 1}`;
    const isNew = this.s.versions("curfew", name) === 0;
    const kind = isNew
      ? "curfew.declared"
      : law.over === undefined
        ? "curfew.changed"
        : (`curfew.${law.over.is}` as const);
    await this.written("curfew", name, this.world.enact(id, law), () =>
      this.s.record(kind, name, this.curfewOf(id, law)),
    );
  }

  curfewOf(id: 0 | 1, { hours, first, last, over }: m.Law): Curfew {
    const { clocks } = this.world;
    const { country, place, zone } = clocks.stage;
    const [start = "", end = ""] = m.HOURS[hours] ?? [];
    const name = `d${id + 1}`;
    return decree({
      id: name,
      country,
      zone,
      decree: `Decreto ${id + 1}`,
      title: { en: name, es: name },
      declared: clocks.day(0),
      firstNight: clocks.day(first),
      lastNight: clocks.day(last),
      rules: [{ start, end, areas: [place], areasPartial: false }],
      ...(over === undefined
        ? {}
        : {
            [over.is]: {
              by: { en: "x", es: "x" },
              date: clocks.dayOf(over.from),
              from: new Date(clocks.at(over.from)).toISOString(),
            },
          }),
    });
  }

  /** The record is withdrawn: what it said of its hours is not known by now. */
  async retract(id: 0 | 1) {
    const old = this.world.laws.get(id);
    if (old === undefined || old.isGone === true) return;
    const reason = { en: "recorded twice", es: "se registró dos veces" };
    await this.written("curfew", `d${id + 1}`, this.world.enact(id, { ...old, isGone: true }), () =>
      this.s.record("curfew.withdrawn", `d${id + 1}`, { reason }),
    );
  }

  async check(hours: number) {
    const { clocks, minute } = this.world;
    const until = minute + hours * 60;
    const id = `check-${this.world.checks.length}-${minute}`;
    const [from, to] = [minute, until].map((one) => new Date(clocks.at(one)).toISOString());
    const content = { ...coverage([clocks.stage.country], from ?? "", to ?? ""), id, checkedAt: from };
    await this.written("coverage", id, this.world.check(until), () => this.s.record("coverage.confirmed", id, content));
  }

  async handOver(act: Extract<Act, { do: "handover" | "hand-back" }>) {
    const { duty, closures } = this.s.road;
    const running = duty.running(GUILD, OWNER);
    if (act.do === "hand-back") {
      if (running !== undefined) await duty.takeBack(GUILD, running.id);
      this.world.handBack();
    } else {
      const minute = act.days === undefined ? Infinity : this.world.minute + act.days * 1440;
      const until = minute === Infinity ? {} : { until: this.world.clocks.at(minute) };
      await duty.handOver({ guildId: GUILD, from: OWNER, to: PEER, by: OWNER, language: "en", ...until });
      this.world.handOver(PEER, minute);
    }
    closures.look();
    await this.s.settle();
  }

  blowOf = ({ id, killed: low, region, at }: m.Blow) =>
    strike({
      id,
      date: this.world.clocks.dayOf(at),
      region: region === "caribbean" ? "caribbean" : "eastern-pacific",
      announcedBy: { en: `SRC${id.slice(1)}x`, es: `SRC${id.slice(1)}x` },
      figures:
        low === undefined ? [] : [{ ...killed(low), by: { en: `SRC${id.slice(1)}x`, es: `SRC${id.slice(1)}x` } }],
      sources: [
        {
          publisher: `SRC${id.slice(1)}x`,
          url: `https://example.org/${id}`,
          date: this.world.clocks.dayOf(this.world.minute),
        },
      ],
    });

  async strike(low: number | undefined, region: (typeof REGIONS)[number]) {
    const { blow, back } = this.world.strike(low, region);
    await this.written("strike", blow.id, back, () => this.s.record("strike.recorded", blow.id, this.blowOf(blow)));
  }

  async restate(blow: m.Blow | undefined, low: number) {
    if (blow === undefined || blow.withdrawn !== undefined || blow.killed === low) return;
    if (this.world.minute - blow.at > 2800) return;
    const who = `SRC${blow.id.slice(1)}x`;
    const why = { ...updated, by: { en: who, es: who } };
    await this.written("strike", blow.id, this.world.restate(blow, low), () =>
      this.s.record("strike.changed", blow.id, this.blowOf(blow), { why }),
    );
  }

  async withdraw(blow: m.Blow | undefined) {
    if (blow === undefined || blow.withdrawn !== undefined) return;
    const who = `SRC${blow.id.slice(1)}x`;
    const reason = { en: `${who} was told twice`, es: `${who}, dos veces` };
    await this.written("strike", blow.id, this.world.withdraw(blow), () =>
      this.s.record("strike.withdrawn", blow.id, { reason }),
    );
  }
}
