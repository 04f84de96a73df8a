process.emitWarning("pages() is deprecated, use render()", "DeprecationWarning", "SITE0001");
console.error("error.md: rendered");
console.log("3 pages, 0 errors, 1 warning");
