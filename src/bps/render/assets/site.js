// What every page can do once it has been read: looks, read aloud, copy, print, filter a list.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const keep = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* private window: not remembered */ }
  };

  // Looks ------------------------------------------------------------------------------------
  const showLook = () => {
    const elder = root.dataset.mode === "elder";
    all("[data-elder]").forEach((b) => b.setAttribute("aria-pressed", String(elder)));
    all("[data-size]").forEach((b) => {
      if (b !== root) b.setAttribute("aria-pressed", String(b.dataset.size === root.dataset.size));
    });
  };
  const setMode = (mode) => {
    if (mode === "elder") root.dataset.mode = "elder";
    else delete root.dataset.mode;
    keep("bps-mode", mode);
    const address = new URL(location.href);
    if (address.searchParams.has("mode")) {
      address.searchParams.delete("mode");
      history.replaceState(history.state, "", address);
    }
    showLook();
  };
  all("[data-elder]").forEach((b) => b.addEventListener("click", () => setMode(root.dataset.mode === "elder" ? "plain" : "elder")));
  all("[data-elder-off]").forEach((b) => b.addEventListener("click", () => {
    setMode("plain");
    document.querySelector("[data-elder]")?.focus();
  }));
  all("button[data-size]").forEach((b) => b.addEventListener("click", () => {
    root.dataset.size = b.dataset.size;
    keep("bps-size", b.dataset.size);
    showLook();
  }));
  all("[data-theme-switch]").forEach((b) => b.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    keep("bps-theme", root.dataset.theme);
  }));
  showLook();

  // Read aloud: the browser's own voice, in the language of each passage ------------------------
  const voices = window.speechSynthesis;
  const spoken = (text, zh) => (zh
    ? text.replace(/元\/月/g, "元每月").replace(/元\/年/g, "元每年").replace(/(\d{4})-(\d{2})-(\d{2})/g, "$1年$2月$3日")
    : text.replace(/\bCNY\b/g, "yuan"));
  const passages = () => all("#main h1, #main h2, #main h3, #main p, #main li, #main dt, #main dd, #main th, #main td")
    .filter((node) => node.offsetParent && !node.querySelector("p, li, dt, dd, td") && !node.closest("nav, .unread, form"))
    .map((node) => ({ text: node.innerText.trim(), lang: node.closest("[lang]").lang }))
    .filter((part) => part.text);
  const speakButtons = all("[data-speak]");
  if (voices && window.SpeechSynthesisUtterance) {
    speakButtons.forEach((button) => {
      const start = button.textContent;
      let reading = false;
      const stop = () => {
        reading = false;
        voices.cancel();
        button.textContent = start;
        button.setAttribute("aria-pressed", "false");
      };
      button.hidden = false;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        if (reading) { stop(); return; }
        voices.cancel();
        reading = true;
        button.textContent = button.dataset.stop;
        button.setAttribute("aria-pressed", "true");
        const parts = passages();
        parts.forEach((part, index) => {
          const words = new SpeechSynthesisUtterance(spoken(part.text, part.lang.startsWith("zh")));
          words.lang = part.lang;
          words.rate = 0.9;
          if (index === parts.length - 1) words.onend = stop;
          voices.speak(words);
        });
        if (!parts.length) stop();
      });
      addEventListener("pagehide", stop);
    });
  }

  // Copy and print ------------------------------------------------------------------------------
  all("[data-copy]").forEach((button) => {
    const start = button.textContent;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      const text = field.value ?? field.textContent;
      const full = field.dataset.address === undefined ? text : `${text}${location.origin}${location.pathname}`;
      try {
        await navigator.clipboard.writeText(full);
      } catch {
        field.hidden = false;
        field.focus();
        field.select?.();
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = start; }, 2500);
    });
  });
  // The button prints the sheet for residents; the browser's own command also what is folded behind it.
  all("[data-print]").forEach((b) => b.addEventListener("click", () => {
    root.dataset.sheet = "short";
    print();
  }));
  addEventListener("afterprint", () => { delete root.dataset.sheet; });

  // Filter a list or a table by words -----------------------------------------------------------
  all("input[data-filter]").forEach((input) => {
    const target = document.getElementById(input.dataset.filter);
    if (!target) return;
    const rows = Array.from(target.querySelectorAll("tbody tr, :scope > li"));
    const texts = rows.map((row) => row.textContent.normalize("NFKC").toLowerCase());
    const count = document.querySelector(`[data-filter-count="${input.dataset.filter}"]`);
    const apply = () => {
      const words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const fits = words.every((word) => texts[index].includes(word));
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      count.textContent = words.length ? `${shown} / ${rows.length}` : "";
    };
    input.addEventListener("input", apply);
    apply();
  });

  // Official words: the link leads to the list at the end of the page; here it opens where it stands.
  all("a.term").forEach((term) => {
    const entry = document.getElementById(term.hash.slice(1));
    const means = entry?.querySelector("dd").firstChild.textContent.trim();
    if (!means) return;
    const note = document.createElement("span");
    note.className = "term-note no-print";
    note.id = `note-${term.id}`;
    note.textContent = root.lang.startsWith("zh") ? `（${means.replace(/。$/, "")}）` : ` (${means.replace(/\.$/, "")})`;
    note.hidden = true;
    term.after(note);
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", note.id);
    const toggle = (event) => {
      event.preventDefault();
      note.hidden = !note.hidden;
      term.setAttribute("aria-expanded", String(!note.hidden));
    };
    term.addEventListener("click", toggle);
    term.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  });

  // A folded part that an address points into must open.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  };
  addEventListener("hashchange", unfold);
  try { unfold(); } catch { /* mangled fragment: nothing to open */ }
})();
