// A file from the reader's disk as the page sends it to its own server, over loopback. It goes nowhere else.
import type { SentFile } from "../../contract.ts";

/** Discord's limit for a file, in bytes. */
export const mostBytes = 10 * 1024 * 1024;

/** "12.3 KB", counted as Discord's client does: by 1,024. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}

/** Its bytes in base64; a file without a type is what the web calls bytes. Throws when the file is gone since it was chosen. */
export function sentFile(file: File): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => reject(reader.error ?? new Error(file.name)));
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      const contentType = file.type === "" ? "application/octet-stream" : file.type;
      resolve({ name: file.name, contentType, base64: url.slice(url.indexOf(",") + 1) });
    });
    reader.readAsDataURL(file);
  });
}
