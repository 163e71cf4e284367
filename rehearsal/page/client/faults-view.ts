// The panel of faults: what goes wrong with the next requests, and what is still waiting to go wrong. Its order is the contract's; it decides nothing.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { FaultName, FaultOrder, FaultTarget, PendingFault } from "../../contract.ts";
import { secondsFor } from "./frame-state.ts";
import { numberField, panelFrame, pickField } from "./panel-view.ts";
import type { Part, Pick } from "./panel-view.ts";
import type { Scene } from "./scene.ts";
import { channelTitle } from "./state.ts";
import { worldView } from "./world-view.ts";

const groups: { key: "limits" | "broken" | "line" | "refused"; faults: FaultName[] }[] = [
  { key: "limits", faults: ["rate-limited", "rate-limited-shared", "rate-limited-global", "too-many-old-edits"] },
  { key: "broken", faults: ["500", "502", "503", "504", "html"] },
  { key: "line", faults: ["accepted-then-silent", "silent", "closed-before", "closed-after", "slow"] },
  { key: "refused", faults: ["401", "403", "404"] },
];
const targets: FaultTarget[] = ["posts", "edits", "deletions", "reads", "answers", "everything"];
const known = new Set<string>(groups.flatMap(({ faults }) => faults));
const isFault = (value: string): value is FaultName => known.has(value);
const isTarget = (value: string): value is FaultTarget => targets.some((target) => target === value);

/** Channels by id and title, for a menu; those of all readers, because faults do not ask who acts. */
export function channelPicks(scene: Scene): Pick[] {
  return scene.snapshot.channels.map((channel) => ({
    value: channel.id,
    label: channel.dmWith === undefined ? channelTitle(channel) : `@${channel.name}`,
  }));
}

function whereSaid({ channelId }: FaultOrder, scene: Scene): string {
  if (channelId === undefined) return scene.words.allChannels;
  return channelPicks(scene).find(({ value }) => value === channelId)?.label ?? scene.words.unknownChannel;
}

function orderView(scene: Scene): TemplateResult {
  const { words, state, actions } = scene;
  const { draft, ordering } = state.frame;
  const put = (change: Partial<FaultOrder>): void => {
    Object.assign(draft, change);
    actions.draw();
  };
  const pickFault = (fault: string): void => {
    if (!isFault(fault)) return;
    const seconds = secondsFor(fault);
    delete draft.seconds;
    put(seconds === undefined ? { fault } : { fault, seconds });
  };
  const pickChannel = (channelId: string): void => {
    delete draft.channelId;
    put(channelId === "" ? {} : { channelId });
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void actions.order({ path: "fault", body: { ...draft } }, words.ordered(words.fault[draft.fault].name));
  };
  return html`<form class="order" @submit=${onSubmit}>
    ${pickField(
      words.whatFails,
      groups.map(({ key, faults }) => ({
        label: words.groups[key],
        options: faults.map((value) => ({ value, label: words.fault[value].name })),
      })),
      draft.fault,
      pickFault,
    )}
    <p class="why" role="status">${words.fault[draft.fault].why}</p>
    ${pickField(
      words.whichRequests,
      targets.map((value) => ({ value, label: words.target[value] })),
      draft.on,
      (on) => (isTarget(on) ? put({ on }) : undefined),
    )}
    ${pickField(
      words.whichChannel,
      [{ value: "", label: words.allChannels }, ...channelPicks(scene)],
      draft.channelId ?? "",
      pickChannel,
    )}
    <div class="pair">
      ${numberField(words.howOften, draft.times, { min: 1, max: 1000, step: 1 }, (times) => put({ times }))}
      ${
        draft.seconds === undefined
          ? nothing
          : numberField(
              draft.fault === "slow" ? words.lateSeconds : words.waitSeconds,
              draft.seconds,
              { min: 0.1, max: 3600, step: 0.1 },
              (seconds) => put({ seconds }),
            )
      }
    </div>
    <button type="submit" class="button primary" ?disabled=${ordering !== undefined}>${words.order}</button>
  </form>`;
}

function waitingView(fault: PendingFault, scene: Scene): TemplateResult {
  const { words, actions } = scene;
  const { name } = words.fault[fault.fault];
  const seconds = fault.seconds === undefined ? "" : `, ${fault.seconds} s`;
  return html`<li>
    <div>
      <b>${name}${seconds}</b>
      <div class="faint">
        ${words.target[fault.on]} · ${whereSaid(fault, scene)} · ${words.left(fault.left, fault.times)}
      </div>
    </div>
    <button
      type="button"
      class="knob"
      aria-label=${words.cancelFault(name)}
      @click=${() => actions.order({ path: "fault-off", body: { id: fault.id } }, words.cancelled(name))}
    >
      ${words.cancel}
    </button>
  </li>`;
}

async function cancelAll(scene: Scene): Promise<void> {
  const { words, actions, snapshot } = scene;
  for (const { id, fault } of snapshot.faults) {
    // One after the other: the first that is refused ends it, and its reason is shown.
    const off = await actions.order({ path: "fault-off", body: { id } }, words.cancelled(words.fault[fault].name));
    if (!off) return;
  }
}

function pendingView(scene: Scene): Part {
  const { words, snapshot } = scene;
  if (snapshot.faults.length === 0) return html`<p class="faint">${words.noPending}</p>`;
  return html`<ul class="waiting-list">
      ${repeat(
        snapshot.faults,
        (fault) => fault.id,
        (fault) => waitingView(fault, scene),
      )}
    </ul>
    ${
      snapshot.faults.length > 1
        ? html`<button type="button" class="knob" @click=${() => void cancelAll(scene)}>${words.cancelAll}</button>`
        : nothing
    }`;
}

/** The panel "Faults". */
export function faultsView(scene: Scene): TemplateResult {
  const { words } = scene;
  const body = html`<p class="faint">${words.faultsHint}</p>
    <section aria-labelledby="faults-pending">
      <h3 id="faults-pending">${words.pending}</h3>
      ${pendingView(scene)}
    </section>
    <section aria-labelledby="faults-order">
      <h3 id="faults-order">${words.orderFault}</h3>
      ${orderView(scene)}
    </section>
    ${worldView(scene)}`;
  return panelFrame(words.faults, body, scene);
}
