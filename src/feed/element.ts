/**
 * Elements `feed` has no field for, in the form its extension path takes. RSS and Atom share one list of them,
 * so a photo's credit or a licence can't be right in one format and missing in the other.
 */
import type { Extension } from 'feed';
import { xmlAttribute, xmlText } from './guard.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly text?: string;
  readonly children?: readonly XmlElement[];
}

type WriterElement = Record<string, unknown>;

function written(element: XmlElement): WriterElement {
  const attributes = Object.entries(element.attributes ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, xmlAttribute(String(value))]],
  );
  return {
    ...(attributes.length > 0 && { _attributes: Object.fromEntries(attributes) }),
    ...grouped(element.children ?? []),
    ...(element.text !== undefined && { _text: xmlText(element.text) }),
  };
}

/** The writer wants elements of one name together, as a list. */
function grouped(elements: readonly XmlElement[]): Record<string, WriterElement[]> {
  const byName: Record<string, WriterElement[]> = {};
  for (const element of elements) {
    const same = byName[element.name] ?? [];
    same.push(written(element));
    byName[element.name] = same;
  }
  return byName;
}

/** `feed` types an extension's value as a record, but prints a list or a string as well, which repeated elements need. */
export const extension = (name: string, value: unknown): Extension =>
  Object.assign({ name, objects: {} }, { objects: value });

export const extensions = (elements: readonly XmlElement[]): Extension[] =>
  Object.entries(grouped(elements)).map(([name, group]) => extension(name, group));
