// Every thing of a card that can be changed, in the order of its menu.
import type { Draft } from "../../../src/domain/draft.ts";
import { carers } from "./carers.ts";
import { digest } from "./digest.ts";
import { extras } from "./extras.ts";
import { kinds } from "./kinds.ts";
import { leads } from "./leads.ts";
import { places } from "./places.ts";
import { quiet } from "./quiet.ts";
import { role } from "./role.ts";
import { seen } from "./seen.ts";
import { speech } from "./speech.ts";
import { strikes } from "./strikes.ts";
import type { Thing } from "./thing.ts";

export const THINGS: readonly Thing[] = [
  kinds,
  places,
  leads,
  strikes,
  quiet,
  role,
  digest,
  seen,
  extras,
  speech,
  carers,
];

export const thingsFor = (draft: Draft) => THINGS.filter((thing) => thing.fits?.(draft) ?? true);
