import { listFiles, readProjectFile } from '../contracts/documents.js';

/** The pages of docs/ that are topics, as the build packs them. */
export function topicPages(): readonly string[] {
  return listFiles('docs', '.md')
    .map(readProjectFile)
    .filter((page) => page.startsWith('---\ntopic: '));
}
