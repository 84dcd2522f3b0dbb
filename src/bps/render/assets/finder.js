// The finder page: place, questions, results. Answers live in the fragment of the address only.
import { createEvaluator, offersAt } from "./eligibility.js";
import { createView, node } from "./finder-view.js";

const LONGEST_FRAGMENT = 4000;
const MOST_PAIRS = 80;
const box = document.getElementById("finder");

// Address ------------------------------------------------------------------------------------
const readPairs = (fragment) => {
  const pairs = [];
  let unread = 0;
  for (const part of fragment.slice(0, LONGEST_FRAGMENT).split("&").slice(0, MOST_PAIRS)) {
    if (!part) continue;
    const at = part.indexOf("=");
    try {
      const [name, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
      pairs.push([decodeURIComponent(name), decodeURIComponent(value.replaceAll("+", " "))]);
    } catch {
      unread += 1;
    }
  }
  return { pairs, unread };
};

const start = async () => {
  const data = await (await fetch(new URL(box.dataset.source, document.baseURI))).json();
  const judge = createEvaluator(data.table);
  const cardOf = (id) => judge.cards.find((card) => card.id === id);
  const blank = () => ({ place: data.nation, situation: {}, asked: [], card: null, onePage: false, strange: "", unread: 0 });
  let state = blank();

  const readState = () => {
    const { pairs, unread } = readPairs(location.hash.slice(1));
    const next = blank();
    const answers = [];
    let strange = unread;
    for (const [name, value] of pairs) {
      if (name === "at") {
        if (Object.hasOwn(data.places, value)) next.place = value;
        else next.strange = value.slice(0, 40);
      } else if (name === "asked") {
        next.asked = value.split(",").filter((id) => cardOf(id));
      } else if (name === "q") {
        if (cardOf(value)) next.card = value;
      } else if (name === "all") {
        next.onePage = value === "1";
      } else answers.push([name, value]);
    }
    const read = judge.readAnswers(answers);
    next.situation = read.situation;
    next.unread = strange + read.unread;
    return next;
  };
  const fragment = () => {
    const pairs = [...(state.place === data.nation ? [] : [["at", state.place]]), ...judge.writeAnswers(state.situation)];
    if (state.asked.length) pairs.push(["asked", state.asked.join(",")]);
    if (state.card) pairs.push(["q", state.card]);
    if (state.onePage) pairs.push(["all", "1"]);
    return pairs.map((pair) => pair.map((each) => encodeURIComponent(each).replaceAll("%2C", ",")).join("=")).join("&");
  };
  const address = () => {
    const link = new URL(location.href);
    link.hash = fragment();
    return link;
  };

  // Moves --------------------------------------------------------------------------------------
  const follow = () => document.querySelectorAll("a.tool[hreflang]").forEach((link) => {
    link.hash = fragment();
  });
  // Steps taken on this page: at 0 the browser's Back would leave it.
  const depth = () => history.state?.depth ?? 0;
  const go = (change, focus = "question") => {
    state = { ...state, strange: "", unread: 0, ...change };
    history.pushState({ depth: depth() + 1 }, "", address());
    show(focus);
  };
  const without = (situation, keys) => Object.fromEntries(Object.entries(situation).filter(([key]) => !keys.includes(key)));
  const answerCard = (card, answers, kept = {}) => {
    const situation = { ...without(state.situation, card.keys), ...answers, ...kept };
    // A question that was opened anew has to be asked, even if it was answered before.
    const reopened = card.unticked ? card.keys.filter((key) => !Object.hasOwn(situation, key)) : [];
    const asked = state.asked.filter((id) => id !== card.id && !cardOf(id).keys.some((key) => reopened.includes(key)));
    go({ situation, asked: [...asked, card.id], card: null });
  };
  const moves = {
    choosePlace: (place) => go({ place }, "place"),
    answer: (card, option) => answerCard(card, option.sets),
    answerSeveral: (card, chosen) => {
      if (!card.unticked) {
        const [key] = card.keys;
        const values = Object.keys(data.table.keys[key].values).filter((value) => chosen.includes(value));
        answerCard(card, { [key]: values });
        return;
      }
      const kept = {};
      card.options.filter((option) => option.about && chosen.includes(option.id)).forEach(({ about }) => {
        const before = state.situation[about];
        if (before !== undefined && JSON.stringify(before) !== JSON.stringify(card.unticked[about])) kept[about] = before;
      });
      answerCard(card, judge.ticked(card, chosen), kept);
    },
    answerNumber: (card, text) => {
      const { situation, unread } = judge.readAnswers([[card.keys[0], text.trim()]]);
      if (unread || !text.trim()) return false;
      answerCard(card, situation);
      return true;
    },
    skip: (card) => go({ situation: without(state.situation, card.keys), asked: [...state.asked.filter((id) => id !== card.id), card.id], card: null }),
    back: () => {
      if (depth() > 0) history.back();
      else go({ card: state.asked.at(-1) ?? null, asked: state.asked.slice(0, -1) });
    },
    open: (id) => go({ card: id, onePage: false }),
    askSkipped: () => go({
      asked: state.asked.filter((id) => cardOf(id).keys.every((key) => Object.hasOwn(state.situation, key))),
    }),
    set: (key, answer) => {
      const situation = without(state.situation, [key]);
      go({ situation: answer === undefined ? situation : { ...situation, [key]: answer } }, "stay");
    },
    toggleOnePage: () => go({ onePage: !state.onePage, card: null }),
    restart: () => go(blank(), "restart"),
    address: () => address().href,
  };

  // Page ---------------------------------------------------------------------------------------
  const view = createView(box, data, judge, moves);
  const show = (focus) => {
    const at = offersAt(state.place, data.places, data.items);
    const results = at.offers.map((offer) => ({ ...offer, ...judge.outcome(offer, state.situation) }));
    const conditions = at.offers.filter((offer) => offer.condition).map((offer) => offer.condition);
    const card = state.card ? cardOf(state.card) : judge.nextCard(conditions, state.situation, state.asked);
    view.show({ state, at, results, card, focus });
    follow();
  };
  addEventListener("popstate", () => {
    // "#main" and the like are jumps inside the page, not answers.
    if (location.hash && !location.hash.includes("=")) return;
    state = readState();
    show("question");
  });
  state = readState();
  show("none");
};

if (box) {
  start().catch(() => {
    box.replaceChildren(node("p", { class: "notice notice-warn", role: "alert" }, box.dataset.failed));
  });
}
