/* What every page loads. */
import "./search.js";
import "./copy.js";
import "./fit.js";
