// The stand-in's own suite, with two clients that share no code above discord.js.
import { bareClient } from "./bare-client.ts";
import { botsLayer } from "./bots-layer.ts";
import { standInSuite } from "./stand-in-suite.ts";

standInSuite("a bare discord.js client", bareClient);
standInSuite("the bot's own Discord layer", botsLayer);
