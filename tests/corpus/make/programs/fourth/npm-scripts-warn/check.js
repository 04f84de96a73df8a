const links = ["index.html", "errors.html"];
const missing = links.filter((name) => !require("fs").existsSync(name));
if (missing.length) throw new Error("dead links: " + missing.join(", "));
