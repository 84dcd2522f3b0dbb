// The second step: the text of all pages, by Pagefind, fetched only when asked for.

import { make } from "./parts.js";

const SHOWN = 10;

export async function searchPages(plan, place, context) {
  const { base, words } = context;
  const root = new URL(base, document.baseURI);
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ baseUrl: root.pathname });
  const parts = plan.groups.map(({ typed }) => typed);
  // All words must stand on a page; when none holds them all, the first one alone has to do.
  let found = await pagefind.search(parts.join(" ") || plan.query);
  if (!found.results.length && parts.length > 1) found = await pagefind.search(parts[0]);
  const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
  const list = make("ol", { class: "hits" });
  for (const page of pages) {
    const title = page.meta.title || page.url;
    list.append(make(
      "li", { class: "hit" },
      make("a", { href: page.url }, make("span", { class: "hit-name" }, title)),
      make("span", { class: "hit-why" }, plainText(page.excerpt)),
    ));
  }
  const heading = make("h2", {}, words.fullTextResults);
  place.replaceChildren(heading, pages.length ? list : make("p", {}, words.fullTextNothing));
}

// Excerpts come with marks as markup: read them in a document of their own and keep the text.
function plainText(markup) {
  return new DOMParser().parseFromString(markup, "text/html").body.textContent;
}
