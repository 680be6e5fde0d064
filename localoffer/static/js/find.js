// The search box of the front page: suggestions while typing, and "Use my location". It works without both.
import { offerLocation, suggest } from "./search-boxes.js";

suggest(document.querySelector("#q"));
offerLocation(document.querySelector("#where"));
