// Words of a drill, in English. Its first words must never read as a curfew on a lock screen.
export const drill = {
  first: "DRILL. Only a test: somebody checks that notices arrive here. DRILL",
  askedBy: (name: string | undefined, moment: string) =>
    `Asked for by ${name ?? "somebody in this server"}, ${moment}. This was a drill. DRILL`,
  field: { comes: "What comes here", mention: "Mention", sound: "Sound" },
  nothing: "Nothing yet: no alerts are set up for this channel. “/alerts subscribe” starts them.",
  works: (role: string) => `${role} would be mentioned. A drill mentions nobody.`,
  fails: (role: string) =>
    `${role} would NOT be called: Discord does not let Vigía mention this role. Allow anyone to mention it (Server Settings, Roles), or give Vigía “Mention All Roles” here.`,
  noRole: "No role is set: notices call nobody by name.",
  silent:
    "This came without sound: quiet hours or a pause hold notices here now. Changes of curfews come all the same.",
  closed: (channel: string) => `${channel} is closed to Vigía: its alerts wait.`,

  posted: (channel: string, seconds: string) => `The drill stands in ${channel}, ${seconds} s after you asked.`,
  postedSilent: "It came without sound: quiet hours or a pause hold notices there now.",
  look: (link: string) => `Look at it: ${link}`,
  waiting: (channel: string) =>
    `The drill for ${channel} is not there yet: Discord has not taken it within 5 seconds. It is tried for an hour; if it does not come, alerts would not come either. “/alerts status” tells more.`,
  no: (channel: string, why: string) => `The drill did NOT arrive in ${channel}, and alerts would not either. ${why}`,
  lacks: (list: string) => `Missing there: ${list}.`,
  tooSoon: (channel: string, seconds: number) =>
    `There was a drill in ${channel} less than a minute ago. Please wait ${seconds} s and ask again.`,
};
