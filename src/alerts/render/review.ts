// From the questions to the review channel to what it reads there. Decided, or confirmed, before its turn came, a question is not asked.
import { checkDue } from "../../views/notices/check-due.ts";
import { reviewDue } from "../../views/notices/review-due.ts";
import { split } from "../../views/fit.ts";
import { stillDue } from "../watches/check-watch.ts";
import { calling, marked } from "./worded.ts";
import type { Wordings } from "./wording.ts";

export const REVIEW: Wordings<"check.due" | "review.due"> = {
  "check.due": (alert, { scene, answers }) => {
    const areas = stillDue(scene.known, alert, scene.now);
    if (areas.length === 0) return "checked-in-time";
    return marked(split(calling(checkDue(alert, scene, areas), answers.reviewers())), scene.mark);
  },

  "review.due": (alert, { delivery, scene, answers }) => {
    const asked = answers.review(alert.proposal);
    if (asked === undefined) return "no-longer-so";
    const name = answers.nameOf(delivery.guildId, asked.proposal.by);
    const message = reviewDue({ ...asked, name }, { ...scene, record: scene.known, where: "review" });
    return marked(split(calling(message, answers.reviewers())), scene.mark);
  },
};
