import type { ParamResponse } from "../view.d.ts";

/** What is typed for parameters; undefined leaves one out, which is not the same as an empty text. */
export type Values = Record<string, string | undefined>;

export function beginWith(params: ParamResponse[]): Values {
  return Object.fromEntries(params.map((param) => [param.key, param.fallback]));
}

/** What is wrong with what is typed, or null. The daemon judges again. */
export function wrong(params: ParamResponse[], values: Values): string | null {
  for (const param of params) {
    const value = values[param.key];
    if (param.required && (value === undefined || value === "")) return `${param.key} must be given.`;
    if (value === undefined) continue;
    if (param.type === "number" && !/^-?\d+(\.\d+)?$/.test(value)) return `${param.key} must be a number, such as 12 or -0.5.`;
    if (param.choices.length > 0 && !param.allow_custom && !param.choices.includes(value)) return `${param.key} must be one of ${param.choices.join(", ")}.`;
  }
  return null;
}

/** What is sent: what is left out although it has a default is told as such. */
export function given(params: ParamResponse[], values: Values): Record<string, string | null> {
  const sent: Record<string, string | null> = {};
  for (const param of params) {
    const value = values[param.key];
    if (value !== undefined) sent[param.key] = value;
    else if (param.fallback !== undefined) sent[param.key] = null;
  }
  return sent;
}
