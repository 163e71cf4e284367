// The list of importers. A test compares it with the folders.
import { dataset } from "./dataset/index.ts";

/** `dataDir`: the folder of the data set that ships. */
export const importers = (dataDir: string) => [dataset(dataDir)];
