// Runs before the first paint, so that a remembered look never flashes. Nothing leaves the browser.
(function () {
  "use strict";
  var root = document.documentElement;
  var read = function (key) {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  };
  var write = function (key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* private window: not remembered */ }
  };
  root.classList.add("js");
  var asked = new URLSearchParams(location.search).get("mode");
  if (asked === "elder" || asked === "plain") write("bps-mode", asked);
  var mode = asked === "elder" || asked === "plain" ? asked : read("bps-mode");
  if (mode === "elder") root.dataset.mode = "elder";
  var size = read("bps-size");
  root.dataset.size = /^[123]$/.test(size || "") ? size : "1";
  var theme = read("bps-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else if (window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";
})();
