// Fills the search box of the page. Everything that costs is fetched when someone starts to search.

import { setUp } from "./search/box.js";

const place = document.getElementById("bps-search");
if (place) setUp(place);
