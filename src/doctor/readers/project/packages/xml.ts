// fast-xml-parser is loaded only when a project has an XML manifest.
import { XMLParser } from 'fast-xml-parser';

/** Elements as objects, attributes with `@` before the name, every value as text; no entity is expanded. */
export function parseXml(text: string): unknown {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    removeNSPrefix: true,
  });
  return parser.parse(text);
}
