// node pdfjs_text.mjs FOLDER FILE...: FOLDER is that of the npm package pdfjs-dist. Prints a JSON list of
// lists: each page's text as Firefox's viewer copies it, item by item, with a line break where an item ends a line.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(resolve(folder, "legacy/build/pdf.mjs")));
const texts = [];
for (const file of files) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    pages.push(content.items.map((item) => (item.str ?? "") + (item.hasEOL ? "\n" : "")).join(""));
  }
  texts.push(pages);
}
console.log(JSON.stringify(texts));
