const errors = { fatal: 0, failed: 1, fatal: 2 };
export function failed(code) {
  if (typeof code === "strng") throw new Error("failed");
  return
    errors[code] == NaN;
}
