// Reads the project's own sources for the tests about the code.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

export const ROOT = join(import.meta.dirname, "..", "..");

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  imports: { from: string; typeOnly: boolean }[];
}

/** Every TypeScript file below the folders given. */
export function sources(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(ROOT, folder)))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path: relative(ROOT, path).replaceAll("\\", "/"), text, imports: importsOf(text) };
    });
}

/** Code without comments and without the insides of strings: what a rule about identifiers may look at. */
export function codeOf(text: string): string {
  return pieces(text)
    .map((piece) => (piece.is === "code" ? piece.text : " "))
    .join("");
}

/** The insides of strings and templates: what a reader may see. */
export function wordsOf(text: string): string[] {
  return pieces(text).flatMap((piece) => (piece.is === "words" ? [piece.text] : []));
}

function walk(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => walk(join(path, name)));
  return path.endsWith(".ts") ? [path] : [];
}

function importsOf(text: string): SourceFile["imports"] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ESNext);
  const found: SourceFile["imports"] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({
        from: node.moduleSpecifier.text,
        typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      });
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      found.push({ from: node.arguments[0].text, typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function pieces(text: string): { is: "code" | "words" | "comment"; text: string }[] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ESNext, true);
  const found: { is: "code" | "words"; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (!(ts.isStringLiteral(node) && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent))))
        found.push({ is: "words", text: node.text });
      return;
    }
    if (node.getChildCount(file) === 0) found.push({ is: "code", text: `${node.getText(file)} ` });
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  return found;
}
