import { type StoredPattern, storePattern } from '../../core/needed-words.js';
import type { Ecosystem } from './known-packages.js';
import { AGENTS, MENTIONS } from './package-wording.js';

interface AgentPattern extends StoredPattern {
  readonly ecosystem: Ecosystem;
  readonly name: string;
}

interface MentionPattern extends StoredPattern {
  readonly ecosystem: Ecosystem;
}

export const AGENT_PATTERNS: readonly AgentPattern[] = AGENTS.map(([pattern, ecosystem, name]) => ({
  ...storePattern(pattern),
  ecosystem,
  name,
}));

export const MENTION_PATTERNS: readonly MentionPattern[] = MENTIONS.map(({ pattern, ecosystem }) => ({
  ...storePattern(pattern),
  ecosystem,
}));
