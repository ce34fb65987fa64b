// Headers as they are written: one a line.

const forbiddenHeaders = ["cookie", "host", "origin", "referer", "content-length", "connection"];

/** @returns {{ headers: [string, string][], problems: { name: string, values: object, start: number, end: number }[] }} */
export function checkHeaders(text) {
  const headers = [];
  const problems = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    if (line.trim() !== "") {
      const problem = colon < 0 ? { name: "headerForm", values: {} }
        : !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) ? { name: "headerName", values: { name } }
        : forbiddenHeaders.includes(name.toLowerCase()) || /^(sec|proxy)-/i.test(name) ? { name: "headerForbidden", values: { name } }
        : /[^\t\x20-\xFF]/.test(line) ? { name: "headerForm", values: {} }
        : null;
      if (problem) {
        problems.push({ ...problem, start, end });
      } else {
        headers.push([name, line.slice(colon + 1).trim()]);
      }
    }
    start = end + 1;
  }
  return { headers, problems };
}
