// Builds the page: one esbuild call makes app.js, app.css, index.html, icon.svg and the letters' files. It never fetches anything and acts only when run as the entry.
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Finds the project's root from the sources or from dist/: the client's sources are not compiled by tsc and stay where they are. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "rehearsal", "page", "client", "main.ts"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The page's sources (rehearsal/page/client/main.ts) were not found.");
    folder = parent;
  }
  return folder;
}

/** Writes index.html, icon.svg, app.js, app.css and the fonts they name into `outDir`. Throws what esbuild throws when a source is faulty. */
export async function buildPage(outDir: string): Promise<void> {
  const page = join(projectRoot(), "rehearsal", "page");
  await build({
    entryPoints: [
      { in: join(page, "client", "main.ts"), out: "app" },
      { in: join(page, "app.css"), out: "app" },
      { in: join(page, "index.html"), out: "index" },
      { in: join(page, "icon.svg"), out: "icon" },
    ],
    outdir: outDir,
    bundle: true,
    minify: true,
    format: "esm",
    // The first with light-dark() and Intl.Segmenter.
    target: ["chrome123", "firefox125", "safari17.5"],
    loader: { ".html": "copy", ".svg": "copy", ".woff2": "file" },
    tsconfig: join(page, "client", "tsconfig.json"),
    // The markdown parser asks for it, and a browser has no `process`.
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}

const entry = process.argv[1];
if (entry !== undefined && existsSync(entry) && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  await buildPage(join(projectRoot(), "dist", "page"));
}
