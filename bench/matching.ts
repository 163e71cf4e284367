// How long it takes to find, and to plan for, those whom one alert concerns among many subscriptions, beside a walk over all of them; and what a minute costs in
// which nothing is due. In this process, without Discord. Must never count an index that was made beforehand for the first question after a change.
import { carriedTo } from "../src/alerts/carrying.ts";
import { Hearers, hearersOf, type Wanted } from "../src/alerts/hearers.ts";
import { Clockwork } from "../src/alerts/clockwork.ts";
import { Ledger } from "../src/alerts/ledger.ts";
import { Bookmark } from "../src/alerts/marks.ts";
import { plan, wanting } from "../src/alerts/planner.ts";
import { edgeWatch } from "../src/alerts/edge-watch.ts";
import { knowledgeWatch } from "../src/alerts/knowledge-watch.ts";
import { placeWatch } from "../src/alerts/place-watch.ts";
import { soonWatch } from "../src/alerts/soon-watch.ts";
import type { Alert } from "../src/domain/alert.ts";
import { hash } from "../src/domain/id.ts";
import type { Known } from "../src/domain/known.ts";
import { mismatch } from "../src/domain/match.ts";
import type { Subscription } from "../src/domain/subscription.ts";
import { MINUTE } from "../src/domain/time.ts";
import { hears, type Topic } from "../src/domain/topic.ts";
import { memory } from "../src/engines/memory.ts";
import { logger } from "../src/logger.ts";
import type { Subscribed } from "../src/store/subscriptions.ts";
import { curfewStore, LAST } from "./curfew-log.ts";
import { mulberry } from "./facts.ts";
import { type MatchingFigures, percentile } from "./figures.ts";
