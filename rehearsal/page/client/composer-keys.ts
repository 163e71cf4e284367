// What the keys mean in a composer, as in Discord: arrows choose, Enter and Tab take, Escape closes, Backspace takes away, the arrow up brings back.
import { fieldId, focus, leave, moreId } from "./composer.ts";
import type { Composer } from "./composer.ts";
import { escape, move, offerOptions, removeField, takeActive } from "./composer-fields.ts";
import { recall, send } from "./composer-send.ts";
import type { Scene } from "./scene.ts";

/** Whether the arrows go through old lines here: in an empty line, or while that is being done. */
function recalls(composer: Composer, empty: boolean): boolean {
  if (composer.list !== undefined) return false;
  return composer.recalled >= 0 || (composer.chosen === undefined && empty);
}

function arrow(composer: Composer, up: boolean, empty: boolean, scene: Scene): void {
  if (!recalls(composer, empty)) move(composer, up ? -1 : 1, scene);
  else if (up || composer.recalled >= 0) recall(composer, up ? 1 : -1, scene);
}

/** The keys of a field and of the plain line; true when the key was meant for it. */
function inField(composer: Composer, scene: Scene, event: KeyboardEvent, input: HTMLInputElement): boolean {
  // The plain line is emptied before it is drawn empty: what counts is what the composer holds.
  const empty = composer.chosen === undefined ? composer.text === "" : input.value === "";
  const isFile = input.type === "file";
  if (event.key === "ArrowDown" || event.key === "ArrowUp") arrow(composer, event.key === "ArrowUp", empty, scene);
  else if (event.key === "Enter") {
    // On a file's field the browser opens its dialog.
    if (isFile && empty) return false;
    if (!takeActive(composer, scene)) send(composer, scene);
  } else if (event.key === "Escape") escape(composer, scene);
  else if (event.key === "Backspace" && empty && composer.chosen !== undefined) {
    removeField(composer, composer.chosen.focused, scene);
  } else if (event.key === "Tab" && !event.shiftKey) {
    // A picked command brings its own focus; a picked value leaves it to Tab, which goes on to the next field.
    const plain = composer.chosen === undefined;
    return takeActive(composer, scene) && plain;
  } else return false;
  return true;
}

/** The keys of "+N optional": as everywhere in a command Enter sends, unless an arrow chose an entry. */
function onMore(composer: Composer, scene: Scene, key: string): boolean {
  const open = composer.list?.of === "options";
  if (key === "Backspace") {
    const last = (composer.chosen?.fields.length ?? 0) - 1;
    if (last < 0) leave(composer, scene);
    else if (composer.chosen?.fields[last]?.text === "") removeField(composer, last, scene);
    else focus(fieldId(composer, last));
    return true;
  }
  if (key === "Enter") {
    if (!takeActive(composer, scene)) send(composer, scene);
    return true;
  }
  if (!open && key === "ArrowDown") offerOptions(composer, true, scene);
  if (!open) return key === "ArrowDown";
  if (key === "ArrowDown") move(composer, 1, scene);
  else if (key === "ArrowUp") move(composer, -1, scene);
  else if (key === " ") takeActive(composer, scene);
  else if (key === "Escape") escape(composer, scene);
  else return false;
  return true;
}

/** Hears a key anywhere in the composer. */
export function keys(composer: Composer, scene: Scene, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const { target } = event;
  let taken = false;
  if (target instanceof HTMLInputElement) taken = inField(composer, scene, event, target);
  else if (target instanceof HTMLElement && target.id === moreId(composer)) taken = onMore(composer, scene, event.key);
  if (!taken && event.key === "Escape") {
    leave(composer, scene);
    taken = true;
  }
  if (taken) event.preventDefault();
}
