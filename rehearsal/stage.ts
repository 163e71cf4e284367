// Everything the parts of the rehearsal share, handed to each of them. Types only: rehearsal.ts builds it. Must never become a place for logic.
import type { Bus } from "./bus.ts";
import type { ScenarioView } from "./contract.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { Interactions } from "./play/interactions.ts";
import type { FaultOrders } from "./rest/fault-orders.ts";
import type { Rates } from "./rest/rates.ts";
import type { WorldClock } from "./world-clock.ts";
import type { CommandBook } from "./world/commands.ts";
import type { World } from "./world/guild.ts";
import type { MessageBook } from "./world/message-book.ts";
import type { Snowflakes } from "./world/snowflake.ts";

/** One REST request as it came, for tests to count. */
export interface RequestRecord {
  method: string;
  /** Below /api/v10, without the query. */
  path: string;
  query: string;
  body: unknown;
  /** Names of the files that came with it. */
  files: string[];
  /** Machine time, milliseconds. */
  at: number;
  /** What was answered; 0 while it is open or when the socket was dropped. */
  status: number;
}

/** A request with what came of it. `answer` is undefined where the socket was dropped or left hanging, and for an empty body. */
export interface Exchange {
  request: RequestRecord;
  /** The route's pattern below /api/v10, "none" where there is no such route. */
  pattern: string;
  answer: unknown;
  /** An ordered fault was met. */
  fault: boolean;
}

/** The script being played, as page and snapshot see it. */
export interface ScenarioDesk {
  view(): ScenarioView;
  /** Begins, and does not wait. Throws Refused while a step is being played, or when all are done. */
  begin(what: "next" | "all"): void;
}

export interface Stage {
  /** The bot token that is accepted. */
  token: string;
  /** `http://127.0.0.1:PORT` */
  origin: () => string;
  gatewayUrl: () => string;
  clock: WorldClock;
  ids: Snowflakes;
  world: World;
  book: MessageBook;
  commands: CommandBook;
  interactions: Interactions;
  gateway: Gateway;
  bus: Bus;
  faults: FaultOrders;
  rates: Rates;
  /** `METHOD /path` of every request no route was found for. */
  unknownRoutes: string[];
  requests: RequestRecord[];
  onExchange: (exchange: Exchange) => void;
  scenario: ScenarioDesk | undefined;
  /** Told just before an interaction is put onto the gateway. */
  onDispatch: () => void;
}
