// Shapes of what the front end receives; read by the type checker only, never sent to a browser.

export type Language = "fi" | "sv" | "en";
export type Text = Record<Language, string>;
export type Catalogues = Partial<Record<Language, Record<string, string>>>;
export type Translate = (msgid: string, values?: Record<string, string | number>) => string;

export type Shape = "circle" | "square" | "triangle" | "diamond" | "plain";
/** JSON data whose form the question's kind knows; null: not answered. */
export type Value = any;
export type Answers = Record<string, Value>;

export interface Scale {
  kind: string;
  points: Text[];
  dont_know: boolean;
}

export interface Item {
  id: string;
  label: Text;
  statement: Text;
  low: Text;
  high: Text;
}

export interface Dimension {
  id: string;
  title: Text;
  lead: Text;
  shape: Shape;
  items: Item[];
}

export interface Instrument {
  id: string;
  version: number;
  title: Text;
  intro: Text;
  question: Scale;
  dimensions: Dimension[];
}

/** A room's middle half; null where so few answered that it would tell what they chose. */
export type Half = { q1: number; q3: number } | { q1: null; q3: null };
export type Spread = Half & { median: number };
export type Result = Spread & { n: number };

export interface Results {
  instrument?: string;
  round?: number;
  n: number | null;
  items: Record<string, Result | null>;
}

export type Stage = "drafted" | "collecting" | "locked" | "revealed" | "frozen" | "closed";

export interface State {
  version: number;
  stage: Stage;
  step: number;
  steps: number;
  round: number;
  title: Text;
  step_title: Text;
  message: Text | null;
  instrument: Instrument | null;
  minimum: number;
  groups: Groups | null;
  /** Seconds left of the room's time as the state was told; null when none runs. */
  countdown: number | null;
  results: Results | null;
}

/** The leader's groups, in the leader's own words; an empty question is asked in ours. */
export interface Groups {
  question: string;
  groups: { id: string; label: string }[];
}

export type Status = "" | "connecting" | "saving" | "saved" | "offline" | "unsaved" | "rejected";

/** The part of the anywidget model that our modules use. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
  send(message: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void;
}

/** What a question kind draws for one item. */
export interface Card {
  el: HTMLElement;
  update(now: { value: Value; result: Result | null | undefined; locked: boolean; own?: Value }): void;
}

export interface KindOptions {
  item: Item;
  question: Scale;
  value: Value;
  /** undefined: results are hidden; null: too few answers to show. */
  result: Result | null | undefined;
  /** What one answered oneself, once the room's answers, which were guessed, are shown. */
  own?: Value;
  minimum: number;
  locked: boolean;
  language: Language;
  t: Translate;
  shape: Shape;
  onChange: (value: Value) => void;
}

export interface Kind {
  /** How an answer is given here, where that isn't plain; said once, above the first question. */
  how?(t: Translate): string;
  render(options: KindOptions): Card;
}

/** One change on its way to the server: an answer, or the choice of a group. */
export interface Answer {
  round: number;
  instrument: string;
  item: string;
  value: Value;
}
export interface Choice {
  group: string | null;
}
export type Change = Answer | Choice;
export type Entry = Change & { seq: number };

export interface Socket {
  send(data: string): void;
  close(): void;
  onopen: ((event: any) => void) | null;
  onmessage: ((event: any) => void) | null;
  onclose: ((event: any) => void) | null;
}

export interface Clock {
  now(): number;
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: any): void;
}

declare global {
  /** The modules that a participant's page has run, by file; the server joins them. */
  var verkosto: Record<string, unknown> | undefined;
}
