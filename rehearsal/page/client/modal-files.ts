// The file field of a form: files are read when they are chosen, shown with their size, taken away one by one. They are sent with the form, not before.
import type { APIFileUploadComponent } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { clip } from "./frame-icons.ts";
import { cross } from "./icons.ts";
import type { Placed } from "./modal-fields.ts";
import { countsOf } from "./modal-read.ts";
import { because } from "./orders.ts";
import { mostBytes, sentFile, sizeOf } from "./sent-file.ts";

/** Adds what was chosen, up to what the field takes; a file that is too big or cannot be read is named instead. */
async function add(chosen: File[], placed: Placed): Promise<void> {
  const { control, open, scene } = placed;
  const id = control.custom_id;
  const { max } = countsOf(control);
  open.errors.delete(id);
  // A field of one file takes the newest, as a browser's own does.
  const kept = max === 1 && chosen.length > 0 ? [] : [...(open.files.get(id) ?? [])];
  for (const file of chosen) {
    if (file.size > mostBytes) open.errors.set(id, scene.words.tooBig(file.name));
    else if (kept.length >= max) open.errors.set(id, scene.words.tooMany(max));
    else {
      try {
        kept.push({ size: file.size, sent: await sentFile(file) });
      } catch (error) {
        open.errors.set(id, `${file.name}: ${because(error)}`);
      }
    }
  }
  open.files.set(id, kept);
  scene.actions.draw();
}

function remove(at: number, placed: Placed): void {
  const { control, open, id, scene } = placed;
  const files = open.files.get(control.custom_id) ?? [];
  open.files.set(
    control.custom_id,
    files.filter((_file, index) => index !== at),
  );
  open.errors.delete(control.custom_id);
  scene.actions.draw(() => document.getElementById(id)?.focus());
}

export function fileField(upload: APIFileUploadComponent, placed: Placed): TemplateResult {
  const { control, id, open, scene } = placed;
  const { words } = scene;
  const { max } = countsOf(control);
  const files = open.files.get(upload.custom_id) ?? [];
  const onChange = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = [...(target.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    target.value = "";
    void add(chosen, placed);
  };
  return html`<div class="upload">
    <span class="upload-knob">
      ${clip()}<span aria-hidden="true">${max > 1 ? words.chooseFiles : words.chooseFile}</span>
      <input
        id=${id}
        type="file"
        ?multiple=${max > 1}
        data-control=${upload.custom_id}
        aria-invalid=${open.errors.has(upload.custom_id) ? "true" : "false"}
        aria-describedby="${id}-hint ${id}-error ${id}-files"
        @change=${onChange}
      />
    </span>
    <ul id="${id}-files" class="upload-list">
      ${files.map(
        ({ sent, size }, at) =>
          html`<li>
            <span class="cut">${sent.name}</span><span class="faint">${sizeOf(size)}</span>
            <button
              type="button"
              class="round"
              aria-label=${words.removeFile(sent.name)}
              title=${words.removeFile(sent.name)}
              @click=${() => remove(at, placed)}
            >
              ${cross()}
            </button>
          </li>`,
      )}
      ${files.length === 0 ? html`<li class="faint">${words.fileEmpty}</li>` : nothing}
    </ul>
  </div>`;
}
