// The project's own lint rules. Each message says how to mend the breach.
import { relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { wayBack } from './import-graph.ts';
import { breachOf, targetOf } from './layers.ts';
import { findPhysicalProperties } from './physical-css.ts';

const letters = /\p{L}/u;
const fileOf = (context: Rule.RuleContext) => relative(context.cwd, context.filename).split(sep).join('/');

/** Nodes of Svelte's markup, which the types of ESLint do not know. */
interface MarkupNode {
  type: string;
  value?: unknown;
  parent?: MarkupNode;
  key?: { name?: string };
  range?: [number, number];
  children?: MarkupNode[];
}

const markupListener = (listener: Record<string, (node: MarkupNode) => void>) =>
  listener as unknown as Rule.RuleListener;

const layers: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'who may import whom (DESIGN, folders)' }, schema: [] },
  create(context) {
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source !== 'string') return;
      const message = breachOf(fileOf(context), source);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : undefined)
    };
  }
};

const noCycles: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'no file imports itself, however far round' }, schema: [] },
  create(context) {
    const file = fileOf(context);
    const check = (node: Rule.Node, source: unknown) => {
      // The kind is the parser's: it tells an import of types from one of values.
      const kinds = node as { importKind?: string; exportKind?: string };
      if (typeof source !== 'string' || kinds.importKind === 'type' || kinds.exportKind === 'type') return;
      const target = targetOf(file, source);
      const way = target && wayBack(context.cwd, target, file);
      if (way)
        context.report({
          node,
          message: `This file imports itself by way of ${way.join(', ')}. Move what both need into a file of its own.`
        });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value)
    };
  }
};

const systemClient: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'the client that nothing stops stays in the server' },
    schema: []
  },
  create(context) {
    const file = fileOf(context);
    if (/^(src\/lib\/server|tests|scripts)\//.test(file)) return {};
    const message =
      'The system client passes by row-level security: use `locals` or `backend.client(token)` here, and put what really needs it in src/lib/server/system.';
    return {
      'CallExpression[callee.type="MemberExpression"][callee.property.name="system"]': (node: Rule.Node) =>
        context.report({ node, message }),
      ImportDeclaration(node) {
        if (/^#lib\/server\/system\//.test(String(node.source.value))) context.report({ node, message });
      }
    };
  }
};

const spokenAttributes = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'title'
]);

const noTextInMarkup: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'text for people comes from the messages' }, schema: [] },
  create(context) {
    const message =
      'Text for people comes from src/lib/messages: add a key to both languages and write {m.the_key()} here.';
    return markupListener({
      SvelteText(node: MarkupNode) {
        const isCode =
          node.parent?.type === 'SvelteStyleElement' || node.parent?.type === 'SvelteScriptElement';
        if (!isCode && letters.test(String(node.value)))
          context.report({ node: node as unknown as Rule.Node, message });
      },
      'SvelteAttribute > SvelteLiteral'(node: MarkupNode) {
        if (spokenAttributes.has(node.parent?.key?.name ?? '') && letters.test(String(node.value)))
          context.report({ node: node as unknown as Rule.Node, message });
      }
    });
  }
};

const noPhysicalCss: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'CSS follows the direction of the text' }, schema: [] },
  create(context) {
    return markupListener({
      SvelteStyleElement(node: MarkupNode) {
        const [start, end] = node.range ?? [0, 0];
        const text = context.sourceCode.text.slice(start, end);
        for (const { index, found, instead } of findPhysicalProperties(text))
          context.report({
            loc: context.sourceCode.getLocFromIndex(start + index),
            message: `"${found}" names a side of the screen. Write ${instead}, which follows the text.`
          });
      }
    });
  }
};

const namedExports: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'one name for one thing, in every file that uses it' },
    schema: []
  },
  create(context) {
    return {
      ExportDefaultDeclaration: (node) =>
        context.report({ node, message: 'Export it by its name, so that it is called the same everywhere.' })
    };
  }
};

export const samenspelRules = {
  rules: {
    layers,
    'no-cycles': noCycles,
    'system-client': systemClient,
    'no-text-in-markup': noTextInMarkup,
    'no-physical-css': noPhysicalCss,
    'named-exports': namedExports
  }
};
