// What the finder shows. Every text is set as text, never as markup.

/** Make an element; children are elements or texts. */
export const node = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
};
const FOLD_AFTER = 8;
const ANSWERS_SHOWN = 4;
// How much a fact tells about one person: where they live says little, what happened to them much.
const TELLING = {
  residence: 0, age: 1, household: 1, sex: 1, ethnic_minority: 1, education_stage: 2, employment: 2, insurance: 2,
};
const MOST_TELLING = 3;
const factsIn = (condition) => {
  const [[name, body]] = Object.entries(condition);
  if (name === "not") return factsIn(body);
  return name === "all" || name === "any" ? body.flatMap(factsIn) : [name];
};
const closeness = (item) => (item.condition ? Math.max(...factsIn(item.condition).map((fact) => TELLING[fact] ?? MOST_TELLING)) : 1);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

export const createView = (box, data, judge, moves) => {
  const { ui, table } = data;
  const zh = table.lang === "zh";
  const list = (parts) => parts.join(zh ? "、" : ", ");
  const ask = node("div");
  const place = node("section", { class: "finder-place" });
  const notices = node("div", { class: "finder-notices" });
  const answers = node("section", { class: "finder-answers", "aria-label": ui.answers });
  const count = node("p", { class: "finder-count", role: "status", "aria-live": "polite" });
  const groups = node("div");
  const message = node("p", { class: "finder-hint", role: "status", "aria-live": "polite" });
  const tools = node("div", { class: "actions" });
  const title = node("h2", { tabindex: "-1" }, ui.result);
  const results = node("section", { class: "finder-results", "aria-label": ui.result }, title, count, notices, answers, groups, tools, message);
  box.replaceChildren(place, ask, results);

  // Place ----------------------------------------------------------------------------------
  const recorded = new Set(data.items.map((item) => item.place));
  const pathOf = (id) => {
    const path = [];
    for (let at = id; at && at !== data.nation && !path.includes(at) && data.places[at]; at = data.places[at].up) path.unshift(at);
    return path;
  };
  const nameOf = (id) => (data.places[id] ? data.places[id].name : id);
  const select = node("select", { id: "finder-at", onchange: () => moves.choosePlace(select.value) });
  const fillPlaces = () => {
    select.append(node("option", { value: data.nation }, ui["place-none"]));
    const byProvince = new Map();
    for (const id of Object.keys(data.places)) {
      const path = pathOf(id);
      if (!path.length) continue;
      byProvince.set(path[0], [...(byProvince.get(path[0]) ?? []), path]);
    }
    const rich = (paths) => paths.some((path) => recorded.has(path.at(-1)));
    const provinces = [...byProvince].sort((left, right) => rich(right[1]) - rich(left[1]));
    for (const [province, paths] of provinces) {
      const entries = paths.map((path) => ({ path, label: path.map(nameOf).join(" · ") }))
        .sort((left, right) => (left.path.join() < right.path.join() ? -1 : 1));
      select.append(node("optgroup", { label: nameOf(province) }, entries.map(({ path, label }) => node(
        "option", { value: path.at(-1) }, recorded.has(path.at(-1)) ? fill(ui["place-recorded"], { label }) : label,
      ))));
    }
    place.append(node("label", { for: "finder-at" }, ui.place), select);
  };
  fillPlaces();

  // Questions --------------------------------------------------------------------------------
  const isTicked = (card, option, { situation, asked }) => {
    if (option.about) {
      const known = situation[option.about];
      if (known === undefined) return asked.includes(card.id);
      return JSON.stringify(known) !== JSON.stringify(card.unticked[option.about]) && !card.options.some((other) => other.sets
        && JSON.stringify(other.sets[option.about]) === JSON.stringify(known));
    }
    return Object.entries(option.sets).every(([key, value]) => JSON.stringify(situation[key]) === JSON.stringify(value)
      || (card.several && [situation[key] ?? []].flat().includes([value].flat()[0])));
  };
  const optionList = (card, type, chosen, onchange) => node("ul", { class: "finder-options" }, card.options.map((option) => node(
    "li", {}, node("label", {}, node("input", {
      type, name: `card-${card.id}`, value: option.id, checked: chosen(option), onchange,
    }), node("span", {}, option.label)),
  )));
  const ageInput = (card, value, describedBy) => node("div", { class: "finder-age" },
    node("label", { for: "finder-age" }, ui["age-label"]),
    node("input", { id: "finder-age", type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "6", value: value ?? "", "aria-describedby": describedBy }),
    node("p", { class: "finder-hint" }, ui["age-hint"]));
  const question = (card, state) => {
    const error = node("p", { class: "finder-error", role: "alert", id: "finder-error" });
    const shown = { ...card, options: judge.shown(card, state.situation) };
    const single = !card.several && card.options.length;
    const known = state.asked.includes(card.id) || state.card === card.id;
    const body = card.options.length
      ? optionList(shown, single ? "radio" : "checkbox", (option) => known && isTicked(card, option, state))
      : ageInput(card, state.situation[card.keys[0]], "finder-error");
    const submit = (event) => {
      event.preventDefault();
      const chosen = [...form.querySelectorAll(":checked")].map((input) => input.value);
      error.textContent = "";
      if (!card.options.length) {
        const input = form.querySelector("input");
        const good = moves.answerNumber(card, input.value);
        input.setAttribute("aria-invalid", String(!good));
        if (!good) { error.textContent = ui["age-wrong"]; input.focus(); }
      } else if (card.several) moves.answerSeveral(card, chosen);
      else if (!chosen.length) error.textContent = ui.choose;
      else moves.answer(card, card.options.find((option) => option.id === chosen[0]));
    };
    const form = node("form", { onsubmit: submit, novalidate: true },
      node("fieldset", {},
        node("legend", {}, node("span", { id: "finder-question", tabindex: "-1" }, card.question)),
        node("p", { class: "finder-why" }, ui["why-ask"] + card.why),
        body),
      error,
      node("div", { class: "actions" },
        node("button", { type: "submit", class: "button button-main" }, card.several ? `${ui.next}（${card.nothing ?? ui.none}${zh ? "就直接点" : ": just press"}）` : ui.next),
        node("button", { type: "button", class: "button", onclick: () => moves.skip(card) }, ui["not-sure"]),
        (state.asked.length > 0 || state.card) && node("button", { type: "button", class: "button", onclick: moves.back }, ui.back),
        node("button", { type: "button", class: "button", onclick: moves.toggleOnePage }, ui["one-page"])));
    return node("section", { class: "finder-ask" },
      node("p", { class: "finder-step" }, fill(ui["question-n"], { n: state.asked.filter((id) => id !== card.id).length + 1 })), form);
  };
  const allQuestions = (state) => {
    const cards = Object.keys(table.keys).map((key) => judge.cards.find((card) => card.keys.length === 1 && card.keys[0] === key));
    return node("section", { class: "finder-all" },
      node("h2", { id: "finder-question", tabindex: "-1" }, ui["one-page-title"]),
      node("div", { class: "actions" }, node("button", { type: "button", class: "button", onclick: moves.toggleOnePage }, ui["step-mode"])),
      cards.map((card) => oneOfAll(card, state)));
  };
  const oneOfAll = (card, { situation }) => {
    const [key] = card.keys;
    const legend = node("legend", {}, card.question);
    if (!card.options.length) {
      const body = ageInput(card, situation[key]);
      const input = body.querySelector("input");
      input.addEventListener("change", () => {
        const read = judge.readAnswers([[key, input.value.trim()]]);
        const wrong = Boolean(input.value.trim()) && read.unread > 0;
        input.setAttribute("aria-invalid", String(wrong));
        message.textContent = wrong ? ui["age-wrong"] : "";
        if (!wrong) moves.set(key, read.situation[key]);
      });
      return node("fieldset", {}, legend, body);
    }
    const row = table.keys[key];
    const extra = card.several ? { id: "none", label: card.nothing ?? ui.none } : { id: "?", label: ui["unknown-answer"] };
    const shown = { ...card, options: [...card.options, extra] };
    const known = situation[key];
    const change = (event) => {
      const field = event.target.closest("fieldset");
      if (!card.several) {
        moves.set(key, event.target.value === "?" ? undefined : event.target.value);
        return;
      }
      field.querySelectorAll("input").forEach((input) => {
        if (input !== event.target && event.target.checked && (event.target.value === "none") !== (input.value === "none")) input.checked = false;
      });
      const chosen = [...field.querySelectorAll(":checked")].map((input) => input.value);
      const values = Object.keys(row.values).filter((value) => chosen.includes(value));
      moves.set(key, chosen.length ? values : undefined);
    };
    const isOn = (option) => {
      if (option.id === "?") return known === undefined;
      if (card.several) return Array.isArray(known) && (option.id === "none" ? !known.length : known.includes(option.id));
      return known === option.id;
    };
    return node("fieldset", {}, legend, optionList(shown, card.several ? "checkbox" : "radio", isOn, change));
  };

  // Results ----------------------------------------------------------------------------------
  const line = (key, text) => node("p", {}, node("span", { class: "finder-key" }, key), text);
  const itemLink = (item) => node("a", { href: item.outside ?? box.dataset.root + item.url, class: "finder-name", lang: item.lang }, item.name);
  const colon = zh ? "：" : ": ";
  const resultOf = (item, all) => node("li", {},
    itemLink(item),
    item.place !== data.nation && [" ", node("span", { class: "badge", lang: data.places[item.place]?.lang }, nameOf(item.place))],
    item.group !== "no" && item.level && line(ui.level + colon, item.level),
    item.group === "maybe" && item.missing.length > 0 && line(ui["need-to-know"], list(item.missing.map((key) => table.keys[key].title))),
    item.group === "maybe" && item.untested.map((text) => line(ui["need-to-check"], text)),
    item.group !== "no" && item.step && line(ui["next-step"] + colon, item.step),
    item.group !== "no" && item.call && node("p", {}, node("span", { class: "finder-key" }, ui.call + colon), node("a", { href: `tel:${item.call.replace(/[^\d+]/g, "")}` }, item.call)),
    item.group === "yes" && node("details", { class: "finder-why-item" }, node("summary", {}, ui.why), item.because.map((text) => node("p", {}, text))),
    item.group === "no" && item.because.map((text) => node("p", {}, text)),
    item.group === "no" && line(ui.instead, item.instead.join(zh ? "" : " ")),
    item.group === "no" && similarTo(item, all));
  const similarTo = (item, all) => {
    const near = all.filter((other) => other.area === item.area && (other.group === "yes" || (other.group === "maybe" && !other.missing.length)))
      .sort((left, right) => (right.group === "yes") - (left.group === "yes")).slice(0, 2);
    return near.length > 0 && node("p", {}, node("span", { class: "finder-key" }, ui.similar),
      near.flatMap((other, index) => [index ? (zh ? "、" : ", ") : "", itemLink(other)]));
  };
  const listOf = (items, all) => {
    const made = node("ul", { class: "finder-list" }, items.map((item) => resultOf(item, all)));
    const rest = [...made.children].slice(FOLD_AFTER);
    if (rest.length < 3) return [made];
    rest.forEach((each) => { each.hidden = true; });
    const more = node("button", { type: "button", class: "finder-more", onclick: () => {
      rest.forEach((each) => { each.hidden = false; });
      rest[0].querySelector("a").focus();
      more.remove();
    } }, fill(ui.more, { n: rest.length }));
    return [made, more];
  };
  const showResults = (all) => {
    const of = (group) => all.filter((item) => item.group === group);
    const [yes, maybe, no] = ["yes", "maybe", "no"].map(of);
    // What touches this person comes before what everybody gets, and money before other help.
    const nearest = (left, right) => closeness(right) - closeness(left) || (right.money ?? 0) - (left.money ?? 0);
    yes.sort(nearest);
    const checks = maybe.filter((item) => !item.missing.length).sort(nearest);
    const open = maybe.filter((item) => item.missing.length).sort((left, right) => left.missing.length - right.missing.length);
    const heading = (key, items) => node("h3", {}, `${ui[key]} (${items.length})`);
    groups.replaceChildren(
      node("section", { class: "finder-group finder-yes" }, heading("yes", yes), yes.length ? listOf(yes, all) : node("p", {}, ui["yes-none"])),
      node("section", { class: "finder-group finder-maybe" }, heading("maybe", maybe),
        checks.length ? [node("h4", {}, `${ui["maybe-checks"]} (${checks.length})`), listOf(checks, all)] : [],
        open.length ? [node("h4", {}, `${ui["maybe-open"]} (${open.length})`), listOf(open, all)] : []),
      node("section", { class: "finder-group finder-no" }, heading("no", no),
        no.length ? node("details", {}, node("summary", {}, ui["no-fold"]), node("ul", { class: "finder-list" }, no.map((item) => resultOf(item, all)))) : []),
    );
    const counts = fill(ui.counts, { yes: yes.length, maybe: maybe.length, no: no.length });
    if (count.textContent !== counts) count.textContent = counts;
    return open.length;
  };
  addEventListener("beforeprint", () => {
    groups.querySelectorAll("li[hidden]").forEach((each) => { each.hidden = false; });
    answers.querySelectorAll("details").forEach((each) => { each.open = true; });
  });

  const showAnswers = ({ situation }) => {
    const known = Object.keys(table.keys).filter((key) => Object.hasOwn(situation, key));
    const before = answers.querySelector("details");
    const open = before ? before.open : known.length <= ANSWERS_SHOWN;
    answers.replaceChildren(...(known.length ? [node("details", { open }, node("summary", {}, `${ui.answers} (${known.length})`), node("ul", {}, known.map((key) => {
      const { title: what } = table.keys[key];
      return node("li", {}, node("span", {}, `${what}${colon}${judge.have(key, situation[key])}`),
        node("button", { type: "button", "aria-label": fill(ui["change-of"], { what }), onclick: () => moves.open(key) }, ui.change));
    })))] : []));
  };
  const showNotices = (state, at) => {
    const here = nameOf(state.place);
    const texts = [];
    if (state.strange) texts.push(fill(ui["place-unknown"], { place: state.strange }));
    if (state.unread) texts.push(fill(ui.unread, { n: state.unread }));
    if (at.fallsBack) texts.push(fill(ui["place-falls-back"], { place: here }));
    else if (at.recorded.length) texts.push(fill(ui["place-mixed"], { place: here, recorded: list(at.recorded.map(nameOf)) }));
    texts.push(...judge.contradictions(state.situation));
    notices.replaceChildren(...(texts.length ? [node("div", { class: "notice" }, texts.map((text) => node("p", {}, text)))] : []));
  };
  const share = async () => {
    try {
      await navigator.clipboard.writeText(moves.address());
      message.textContent = ui.shared;
    } catch {
      message.textContent = ui["share-failed"];
    }
  };
  tools.append(
    node("button", { type: "button", class: "button", onclick: share }, ui.share),
    node("button", { type: "button", class: "button", onclick: () => print() }, ui.print),
    node("button", { type: "button", class: "button", onclick: moves.restart }, ui.restart));

  const done = (open, state) => node("section", { class: "finder-ask" },
    node("p", { id: "finder-question", tabindex: "-1" }, ui.settled),
    open > 0 && node("p", {}, fill(ui["skipped-left"], { n: open })),
    node("div", { class: "actions" },
      open > 0 && node("button", { type: "button", class: "button button-main", onclick: moves.askSkipped }, ui["ask-skipped"]),
      state.asked.length > 0 && node("button", { type: "button", class: "button", onclick: moves.back }, ui.back),
      node("button", { type: "button", class: "button", onclick: moves.toggleOnePage }, ui["one-page"])));

  return {
    show: ({ state, at, results: all, card, focus }) => {
      select.value = state.place;
      const open = showResults(all);
      if (!(state.onePage && focus === "stay")) {
        ask.replaceChildren(state.onePage ? allQuestions(state) : card ? question(card, state) : done(open, state));
      }
      showAnswers(state);
      showNotices(state, at);
      message.textContent = focus === "restart" ? ui.restarted : "";
      if (focus === "question" || focus === "restart") document.getElementById("finder-question")?.focus();
    },
  };
};
