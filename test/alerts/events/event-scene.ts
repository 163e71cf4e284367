// A server's list of events as Discord keeps it, by the world's clock, as far as the courier asks: what begins and ends by itself, what is refused, what is cut off.
import type { EventFields, ListedEvent, Outcome, Sender } from "../../../src/alerts/courier/sender.ts";

interface Kept extends ListedEvent {
  guild: string;
  is: "scheduled" | "on" | "over" | "cancelled";
}

type Verb = "events" | "makeEvent" | "changeEvent" | "removeEvent" | "openThread";
/** What happens to the next request: refused before anything is done, or done without an answer. */
export type Fault = { before: Exclude<Outcome, { is: "sent" }> } | { after: () => Outcome | never };

export type EventList = ReturnType<typeof eventList>;

export function eventList(now: () => number) {
  const all: Kept[] = [];
  const asked: string[] = [];
  const threads = new Map<string, string>();
  let faults: { verb: Verb; fault: Fault }[] = [];
  let made = 0;
  const settle = () => {
    for (const one of all) {
      if (one.is === "scheduled" && one.start <= now()) one.is = "on";
      if (one.is === "on" && one.end <= now()) one.is = "over";
      one.isOn = one.is === "on";
    }
  };
  const living = (guild: string) => {
    settle();
    return all.filter((one) => one.guild === guild && (one.is === "scheduled" || one.is === "on"));
  };
  const refused = (answer: string): Outcome => ({ is: "never", why: "refused-form", closes: false, answer });
  const met = async (verb: Verb, run: () => Outcome): Promise<Outcome> => {
    asked.push(verb);
    const at = faults.findIndex((one) => one.verb === verb);
    const [next] = at < 0 ? [] : faults.splice(at, 1);
    if (next !== undefined && "before" in next.fault) return next.fault.before;
    const done = run();
    return next !== undefined && "after" in next.fault ? next.fault.after() : done;
  };
  const fits = ({ name, location, description, start, end }: EventFields, begun = false) =>
    name.length >= 1 &&
    name.length <= 100 &&
    location.length >= 1 &&
    location.length <= 100 &&
    description.length <= 1000 &&
    end > start &&
    end > now() &&
    (begun || start > now());
  const one = (guild: string, id: string) => living(guild).find((each) => each.id === id);
  const gone: Outcome = { is: "never", why: "message-deleted", closes: false, answer: "404 10070" };
  const verbs: Partial<Sender> = {
    async events(guild) {
      const listed = await met("events", () => ({ is: "sent", messageId: "" }));
      return listed.is === "sent" ? { is: "listed", events: living(guild).map((each) => ({ ...each })) } : listed;
    },
    makeEvent: (guild, event) =>
      met("makeEvent", () => {
        if (!fits(event)) return refused("400 50035");
        const id = `e${(made += 1)}`;
        all.push({ ...event, id, guild, is: "scheduled", isOn: false, isOwn: true });
        return { is: "sent", messageId: id };
      }),
    changeEvent: (guild, id, { status, ...changes }) =>
      met("changeEvent", () => {
        const own = one(guild, id);
        if (own === undefined) return gone;
        if (own.is === "on" && (changes.start !== undefined || status === "cancelled")) return refused("400 50035");
        if (own.is === "scheduled" && status === "over") return refused("400 50035");
        if (!fits({ ...own, ...changes }, changes.start === undefined)) return refused("400 50035");
        Object.assign(own, changes);
        if (status !== undefined) own.is = status;
        return { is: "sent", messageId: id };
      }),
    removeEvent: (guild, id) =>
      met("removeEvent", () => {
        const own = one(guild, id);
        if (own === undefined) return gone;
        all.splice(all.indexOf(own), 1);
        return { is: "sent", messageId: id };
      }),
    openThread: (_, messageId, name) =>
      met("openThread", () => {
        if (!threads.has(messageId)) threads.set(messageId, name);
        return { is: "sent", messageId };
      }),
  };
  return {
    verbs,
    /** What people see in the list of a server. */
    shown: living,
    /** All there ever was, what somebody removed aside. */
    get all() {
      settle();
      return all;
    },
    asked,
    threads,
    /** The next request of this kind meets it. */
    fail: (verb: Verb, fault: Fault) => void faults.push({ verb, fault }),
    heal: () => void (faults = []),
    /** By somebody of the server. */
    remove: (id: string) =>
      void all.splice(
        all.findIndex((each) => each.id === id),
        1,
      ),
  };
}
