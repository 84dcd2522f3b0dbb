// What the search says, in both languages.

const WORDS = {
  zh: {
    label: "搜索服务事项、标准和地区",
    placeholder: "想办什么？如：打疫苗、低保、yimiao",
    button: "搜索",
    results: "搜索结果",
    loading: "正在准备搜索……",
    failed: "搜索暂时不能用，请检查网络后再试，或从下面的目录查找。",
    count: (n) => (n < 50 ? `找到 ${n} 条结果。` : "下面是最相关的 50 条结果。"),
    more: "查看全部结果",
    noFit: "这里没有合适的答案。换个说法试试，或打当地政府的热线问。",
    close: "下面的只是沾边：",
    elsewhere: "这件事不在本站的清单里，由下面的单位办：",
    related: "本站的记录中有关的：",
    call: "电话",
    unknown: (words) => `没有找到“${words}”，已按其余的词查找。`,
    cut: "问题太长，只用了开头的一段。",
    ask: "输入平常说的话就行，也可以打拼音、英文或标准号。",
    near: "您是不是想找",
    hubs: "从这里找",
    hub: { finder: "我能享受什么", items: "全部服务事项", "life-events": "人生大事", recipients: "服务对象", areas: "领域", standards: "标准", places: "地区" },
    all: "全部",
    facets: { type: "类型", place: "地区", area: "领域", recipients: "服务对象", life_event: "人生大事" },
    narrow: "缩小范围",
    nation: "全国",
    types: { elsewhere: "别处办的事", item: "服务事项", standard: "标准", jurisdiction: "地区", unit: "责任单位", area: "领域", recipients: "服务对象", "life-events": "人生大事", list: "清单", "service-point": "服务点", indicator: "指标", "observation-set": "监测结果", survey: "调查", programme: "试点与计划" },
    status: { withdrawn: "已废止", replaced: "已被代替", ended: "已结束", planned: "尚未施行", project: "在编" },
    fullText: (query) => `在网页全文里找“${query}”`,
    fullTextResults: "网页全文中的结果",
    fullTextNothing: "网页全文里也没有找到。",
    where: { name: "名称", alias: "别名", lay: "俗称", about: "内容", place: "地区", code: "标准号" },
    why: {
      meaning: (typed, term) => `“${typed}”就是“${term}”`,
      pinyin: (typed, term) => `拼音 ${typed} 读作“${term}”`,
      initials: (typed, term) => `首字母 ${typed} 即“${term}”`,
      near: (typed, term) => `“${typed}”可能是“${term}”`,
      beginning: (typed, term) => `以 ${typed} 开头：“${term}”`,
      code: (term) => `标准号 ${term}`,
      plain: (where, term) => `${where}中有“${term}”`,
      in: (where) => `（${where}）`,
    },
  },
  en: {
    label: "Search services, standards and places",
    placeholder: "What do you need? e.g. pension",
    button: "Search",
    results: "Search results",
    loading: "Getting the search ready …",
    failed: "Search is not available. Check your connection and try again, or start from the pages below.",
    count: (n) => ({ 1: "1 result.", 50: "The 50 best results." })[n] ?? `${n} results.`,
    more: "See all results",
    noFit: "Nothing here fits well. Try other words, or ask the hotline of your local government.",
    close: "These only come close:",
    elsewhere: "This is not in the lists of this site. It is handled here:",
    related: "Records of this site that touch on it:",
    call: "Call",
    unknown: (words) => `Nothing matches “${words}”; the other words were used.`,
    cut: "The question is very long; only its beginning was used.",
    ask: "Plain words will do. Chinese, pinyin, English and standard codes all work.",
    near: "Did you mean",
    hubs: "Start from here",
    hub: { finder: "What can I get?", items: "All services", "life-events": "Life events", recipients: "Who it is for", areas: "Areas", standards: "Standards", places: "Places" },
    all: "All",
    facets: { type: "Type", place: "Place", area: "Area", recipients: "Who it is for", life_event: "Life event" },
    narrow: "Narrow down",
    nation: "Nationwide",
    types: { elsewhere: "Handled elsewhere", item: "Service", standard: "Standard", jurisdiction: "Place", unit: "Responsible body", area: "Area", recipients: "Who it is for", "life-events": "Life event", list: "List", "service-point": "Service point", indicator: "Indicator", "observation-set": "Results", survey: "Survey", programme: "Pilot or plan" },
    status: { withdrawn: "withdrawn", replaced: "replaced", ended: "ended", planned: "not yet in force", project: "being drafted" },
    fullText: (query) => `Look for “${query}” in the text of all pages`,
    fullTextResults: "Results from the text of all pages",
    fullTextNothing: "Nothing in the text of the pages either.",
    where: { name: "name", alias: "other name", lay: "plain words", about: "content", place: "place", code: "code" },
    why: {
      meaning: (typed, term) => `“${typed}” means “${term}”`,
      close: (typed) => `close in meaning to “${typed}”`,
      pinyin: (typed, term) => `${typed} is pinyin for “${term}”`,
      initials: (typed, term) => `${typed} are the initials of “${term}”`,
      near: (typed, term) => `“${typed}” may be “${term}”`,
      beginning: (typed, term) => `begins with ${typed}: “${term}”`,
      code: (term) => `code ${term}`,
      plain: (where, term) => `“${term}” in the ${where}`,
      in: (where) => ` (${where})`,
    },
  },
};

export const wordsIn = (lang) => WORDS[lang] ?? WORDS.zh;

// Why a result matched, the same sentences as bps.search.reasons.
export function sayWhy({ typed, term, how, where }, words) {
  const shown = term.replace(/\|+/g, "、");
  if (where === "code") return words.why.code(shown);
  const say = words.why[how];
  const latin = (text) => /^[a-z0-9 ]+$/.test(text);
  if (how === "meaning" && latin(typed) && !latin(shown) && words.why.close) {
    return words.why.close(typed) + words.why.in(words.where[where]);
  }
  if (say) return say(typed, shown) + words.why.in(words.where[where]);
  return words.why.plain(words.where[where], how === "typed" || latin(shown) ? typed : shown);
}
