// The search box of the front page: suggestions while typing, and "Use my location". It works without both.
import { offerLocation } from "./location.js";
import { suggest } from "./suggest.js";

suggest(document.querySelector("#q"));
offerLocation(document.querySelector("#where"));
