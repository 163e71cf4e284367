// How payloads leave over one socket: as text, each deflated (IDENTIFY's `compress`), or in one zlib stream (`compress=zlib-stream`).
// Must never reorder or lose one of them before a close.
import { constants, createDeflate, deflateSync, type Deflate } from "node:zlib";
import type { WebSocket } from "ws";

export class Wire {
  /** Dispatches go out deflated one by one; asked for in IDENTIFY. */
  deflated = false;
  readonly #socket: WebSocket;
  readonly #stream: Deflate | undefined;
  #chunks: Buffer[] = [];

  constructor(socket: WebSocket, streamed: boolean) {
    this.#socket = socket;
    if (!streamed) return;
    this.#stream = createDeflate();
    this.#stream.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    socket.once("close", () => this.#stream?.close());
  }

  send(text: string): void {
    if (!this.#stream) return this.#socket.send(this.deflated ? deflateSync(text) : text);
    this.#stream.write(text);
    // Each message ends with 00 00 ff ff, which tells the client that it is whole.
    this.#stream.flush(constants.Z_SYNC_FLUSH, () => {
      const packed = Buffer.concat(this.#chunks);
      this.#chunks = [];
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(packed);
    });
  }

  close(code: number, reason: string): void {
    if (this.#stream) this.#stream.flush(constants.Z_SYNC_FLUSH, () => this.#socket.close(code, reason));
    else this.#socket.close(code, reason);
  }
}
