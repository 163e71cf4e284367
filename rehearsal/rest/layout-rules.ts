// The rules between the components of a message, and between them and its other fields. Must never look at files: write-message.ts does.
// Documented: 40 components counted with nesting, 4,000 characters over all texts, five rows without the flag, ids and custom_ids once each,
// no content, embeds, polls or stickers beside Components V2. Guess: that an item of a gallery is no component of its own.
import { ComponentType as C } from "discord-api-types/v10";
import type { FormFault } from "./errors.ts";
import { menuFaults } from "./form-components.ts";
import { walk, type Layout, type Placed } from "./form-layout.ts";

const MOST = 40;
const MOST_TEXT = 4_000;
const MOST_ROWS = 5;

export interface Laid {
  components: Layout;
  content: string;
  embeds: number;
}

/** Every fault of a message's layout, with the paths Discord would name. */
export function layoutFaults({ components, content, embeds }: Laid, isV2: boolean): FormFault[] {
  const all = walk(components, ["components"]);
  const own = isV2 ? [...legacyFaults(content, embeds), ...v2Faults(all)] : plainFaults(components);
  return [...own, ...duplicates(all), ...all.flatMap(({ part, path }) => menuFaults(part, path))];
}

function legacyFaults(content: string, embeds: number): FormFault[] {
  const used = [...(content === "" ? [] : ["content"]), ...(embeds === 0 ? [] : ["embeds"])];
  return used.map((field) => ({
    path: [field],
    code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

function v2Faults(all: Placed[]): FormFault[] {
  const path = ["components"];
  const written = all.reduce((sum, { part }) => sum + (part.type === C.TextDisplay ? part.content.length : 0), 0);
  return [
    ...(all.length > MOST
      ? [{ path, code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${MOST} or fewer in length, counted with nesting.` }]
      : []),
    ...(written > MOST_TEXT
      ? [
          {
            path,
            code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            message: `Components displayable text size exceeds maximum size of ${MOST_TEXT}`,
          },
        ]
      : []),
  ];
}

function plainFaults(components: Layout): FormFault[] {
  const rows =
    components.length > MOST_ROWS
      ? [
          {
            path: ["components"],
            code: "BASE_TYPE_MAX_LENGTH",
            message: `Must be ${MOST_ROWS} or fewer in length.`,
          },
        ]
      : [];
  const strangers = components.flatMap((part, index) =>
    part.type === C.ActionRow
      ? []
      : [
          {
            path: ["components", index],
            code: "UNION_TYPE_CHOICES",
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  return [...rows, ...strangers];
}

/** Of two alike the second is at fault. An id of 0 counts as none. */
export function duplicates(all: { part: object; path: (string | number)[] }[]): FormFault[] {
  const seen = new Set<string>();
  const again = (key: string) => seen.size === seen.add(key).size;
  return all.flatMap(({ part, path }) => {
    const { id, custom_id: customId }: { id?: unknown; custom_id?: unknown } = part;
    const faults: FormFault[] = [];
    if (typeof customId === "string" && again(`custom_id ${customId}`))
      faults.push({
        path: [...path, "custom_id"],
        code: "COMPONENT_CUSTOM_ID_DUPLICATED",
        message: "Component custom id cannot be duplicated",
      });
    if (typeof id === "number" && id !== 0 && again(`id ${id}`))
      faults.push({
        path: [...path, "id"],
        code: "COMPONENT_ID_DUPLICATED",
        message: "Component id cannot be duplicated",
      });
    return faults;
  });
}
