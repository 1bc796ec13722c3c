import { xmlText } from './xml-text.ts';

/** What a project without a version is taken for: the newest API there is. */
const newestVersion = '67.0';

/**
 * A package.xml that names one permission set (Metadata API, "package.xml").
 * @param apiVersion such as `67.0`; null where nothing says.
 */
export const packageXml = (name: string, apiVersion: string | null): string =>
  `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    '    <types>',
    `        <members>${xmlText(name)}</members>`,
    '        <name>PermissionSet</name>',
    '    </types>',
    `    <version>${xmlText(apiVersion ?? newestVersion)}</version>`,
    '</Package>',
  ].join('\n')}\n`;
