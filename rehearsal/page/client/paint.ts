// Colours that come with a message, set through the CSSOM: the page's policy forbids style attributes. It sets colours and nothing else.
import { directive, Directive } from "lit-html/directive.js";
import type { ElementPart } from "lit-html/directive.js";
import { nothing } from "lit-html";

class Paint extends Directive {
  override render(_color: number | null | undefined): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [color]: [number | null | undefined]): typeof nothing {
    if (!(part.element instanceof HTMLElement)) return nothing;
    const { style } = part.element;
    if (color === null || color === undefined || color === 0) style.removeProperty("--own");
    else style.setProperty("--own", `#${(color & 0xffffff).toString(16).padStart(6, "0")}`);
    return nothing;
  }
}

/** `${paint(color)}` on an element gives it the CSS variable --own; without a colour (0 is Discord's "none") it has none. */
export const paint = directive(Paint);
