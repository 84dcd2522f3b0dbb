"""Search: documents from the registry, one query plan, several thin engines.

    index = index_registry(registry)             # documents.py: registry -> documents -> index
    engine = WhooshEngine(folder)                # or TantivyEngine, OpenSearchEngine, MemoryEngine
    engine.index(index)
    found = answer("老人可以申请什么补贴", index, engine, facets={"type": "item"})
    found.hits[0].entry.document.id, found.hits[0].reasons

| step | module | browser (`render/assets/search/`) |
|---|---|---|
| one form for every spelling | `normalise`, `stem`, `tables` | `normalise.js`, `stem.js` |
| words, pinyin, near spellings | `lexicon`, `near` | `lexicon.js`, `near.js` |
| query to plan | `reading`, `letters`, `ages`, `weight`, `plan` | the same names |
| candidates to order and reasons | `rank`, `reasons` | `rank.js`, `words.js` |
| nothing found | `answer` | `answer.js` |
| index kept, index sent | `store`, `pack` | `index.js` |

The same plan and the same ranking run in Python and in the browser; `tests/search` holds the two
equal query by query: whoever changes one changes the other. How to add an engine: a class with
`name`, `index` and `find` (see `answer.Engine`), which hands over keys of candidates; use
`tokens.tokens_of` to write and `tokens.wanted_tokens` to look up, and add it to
`tests/search/test_judged.py`. Most quality comes from `catalogue/synonyms.yml`, not from code.
"""
