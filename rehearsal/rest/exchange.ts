// One REST request and its answer, as routes see them. Must never know of sockets.
import type { Stage } from "../stage.ts";
import { invalidForm } from "./errors.ts";
import { isSnowflake } from "../world/snowflake.ts";

export interface UploadedFile {
  /** The n of `files[n]`. */
  index: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface RestRequest {
  method: string;
  /** Below /api/v10, without the query. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: UploadedFile[];
  authorization: string;
}

export interface RestAnswer {
  status: number;
  body?: unknown;
}

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `/channels/:channel/messages` */
  pattern: string;
  /** Served without a bot token: what a secret token in the path protects. */
  open?: boolean;
  run: (call: Call) => RestAnswer;
}

/** A route being served. */
export interface Call {
  stage: Stage;
  request: RestRequest;
  /** A part of the path by its name in the pattern. */
  part: (name: string) => string;
  /** The same, where only an id will do. */
  id: (name: string) => string;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const noContent: RestAnswer = { status: 204 };

export function callOf(stage: Stage, request: RestRequest, parts: Map<string, string>): Call {
  const part = (name: string): string => parts.get(name) ?? "";
  const id = (name: string): string => {
    const value = part(name);
    if (isSnowflake(value)) return value;
    const message = `Value "${value}" is not snowflake.`;
    throw invalidForm([{ path: [`${name}_id`], code: "NUMBER_TYPE_COERCE", message }]);
  };
  return { stage, request, part, id };
}
