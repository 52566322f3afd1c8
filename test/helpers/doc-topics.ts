import { parseTopic, type Topic } from '../../src/core/topics/topic.js';
import { listFiles, readProjectFile } from '../contracts/documents.js';

/** The pages of docs/ that are topics, as the build packs them. */
export function readDocTopics(): readonly Topic[] {
  return listFiles('docs', '.md').flatMap((path) => parseTopic(readProjectFile(path)) ?? []);
}
