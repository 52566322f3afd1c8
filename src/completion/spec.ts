import type { ArgumentNode, CommandNode, OptionNode } from '../describe-tree.js';
import {
  KINDS_BY_FLAG,
  KINDS_BY_PLACE,
  KINDS_BY_PLACEHOLDER,
  REPEATABLE_PLACES,
  type ValueKind,
} from './value-kinds.js';

/** The command tree as the shell scripts need it: flat, with the kind of every value. */
export interface CompletionSpec {
  readonly globals: readonly OptionSpec[];
  /** The root first. */
  readonly commands: readonly CommandSpec[];
}

export interface CommandSpec {
  /** `deployments list`; empty for the root. */
  readonly path: string;
  /** Their first name is the one that is offered; the others are understood. */
  readonly children: readonly { readonly names: readonly string[]; readonly summary: string }[];
  readonly options: readonly OptionSpec[];
  readonly arguments: readonly ArgumentSpec[];
}

export interface OptionSpec {
  readonly names: readonly string[];
  readonly description: string;
  /** `none`: it is a switch. `text`: nothing is known of its value. */
  readonly value: ValueKind | 'none' | 'text';
  readonly isRepeatable: boolean;
}

export interface ArgumentSpec {
  readonly value: ValueKind | 'text';
  readonly isVariadic: boolean;
}

/** Understood by the root alone, and not part of the tree: see run.ts. */
const ROOT_ONLY: OptionSpec = {
  names: ['-V', '--version'],
  description: 'print the version',
  value: 'none',
  isRepeatable: false,
};
const HELP_COMMAND = { names: ['help'], summary: 'print help for a command' };

export function completionSpec(root: CommandNode): CompletionSpec {
  const globals = root.options.map((option) => optionSpec(option, ''));
  const isHelp = ({ longs }: OptionNode): boolean => longs.includes('--help');
  return {
    globals,
    commands: flatten(root).map((node) => {
      const path = node.path.join(' ');
      const isRoot = path === '';
      const own = node.options.filter((option) => !isHelp(option));
      const children = node.commands.map((child) => ({
        names: [child.path.at(-1) ?? '', ...child.aliases],
        summary: child.summary,
      }));
      return {
        path,
        children: isRoot ? [...children, HELP_COMMAND] : children,
        options: isRoot ? [ROOT_ONLY] : own.map((option) => optionSpec(option, path)),
        arguments: node.arguments.map((argument) => argumentSpec(argument, path)),
      };
    }),
  };
}

function flatten(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.commands.flatMap(flatten)];
}

function optionSpec(option: OptionNode, path: string): OptionSpec {
  const places = option.longs.map((name) => `${path} ${name}`.trim());
  return {
    names: [...(option.short === null ? [] : [option.short]), ...option.longs],
    description: option.description,
    value: option.value === null ? 'none' : kindOf(option, places),
    isRepeatable: /\brepeat/.test(option.description) || places.some((place) => REPEATABLE_PLACES.has(place)),
  };
}

function kindOf({ longs, choices, value }: OptionNode, places: readonly string[]): ValueKind | 'text' {
  if (choices.length > 0) return choices;
  const placed = ruled(places);
  if (placed !== undefined) return placed ?? 'text';
  const byFlag = longs.map((name) => own(KINDS_BY_FLAG, name)).find((kind) => kind !== undefined);
  return byFlag ?? own(KINDS_BY_PLACEHOLDER, value ?? '') ?? 'text';
}

function argumentSpec({ name, choices, isVariadic }: ArgumentNode, path: string): ArgumentSpec {
  if (choices.length > 0) return { value: choices, isVariadic };
  const placed = ruled([`${path} ${name}`.trim()]);
  if (placed !== undefined) return { value: placed ?? 'text', isVariadic };
  return { value: own(KINDS_BY_PLACEHOLDER, name) ?? 'text', isVariadic };
}

function ruled(places: readonly string[]): ValueKind | null | undefined {
  return places.map((place) => own(KINDS_BY_PLACE, place)).find((kind) => kind !== undefined);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
