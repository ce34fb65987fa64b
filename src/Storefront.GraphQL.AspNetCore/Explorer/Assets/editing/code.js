import { element } from "../dom.js";

// A text area with coloured text behind it. The text area is an ordinary one: what reads, selects, corrects or translates it works as ever. It
// grows with its text, so that both always lie upon each other.

const pairs = { "{": "}", "(": ")", "[": "]" };

// Where a line begins; its number is the style sheet's.
function lineMark() {
  return element("i", { class: "explorer-line" });
}

function inLines(text, name) {
  return text.split(/(?<=\n)/).flatMap(line => {
    const part = name ? element("span", { class: name }, line) : line;
    return line.endsWith("\n") ? [part, lineMark()] : [part];
  });
}

export class CodeArea extends EventTarget {
  /** @param highlight gives, for a text, tokens with `kind`, `start` and `end`, in order. */
  constructor(root, highlight) {
    super();
    this.root = root;
    this.area = root.querySelector("textarea");
    this.back = root.querySelector("pre");
    this.highlight = highlight;
    this.problems = [];
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("keydown", event => this.keyPressed(event));
    this.paint();
  }

  get text() {
    return this.area.value;
  }

  get caret() {
    return this.area.selectionStart;
  }

  /** Replaces everything, in a way that can be undone. */
  replaceAll(text) {
    if (text === this.text) {
      return;
    }
    this.area.focus();
    this.area.setSelectionRange(0, this.text.length);
    this.insert(text);
  }

  /** Replaces everything without a way back, for a text that comes from elsewhere. */
  load(text) {
    this.area.value = text;
    this.changed();
  }

  /** Puts a text in the place of the selection, as if it had been typed. */
  insert(text, caret = null) {
    const start = this.area.selectionStart;
    this.isInserting = true;
    const isDone = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    this.isInserting = false;
    if (!isDone) {
      this.area.setRangeText(text, start, this.area.selectionEnd, "end");
    }
    if (caret !== null) {
      this.area.setSelectionRange(start + caret, start + caret);
    }
    this.changed();
  }

  select(start, end) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    const line = this.text.slice(0, start).split("\n").length - 1;
    this.back.querySelectorAll(".explorer-line")[line].scrollIntoView({ block: "nearest" });
  }

  mark(problems) {
    this.problems = problems;
    this.area.toggleAttribute("aria-invalid", problems.length > 0);
    if (problems.length > 0) {
      this.area.setAttribute("aria-invalid", "true");
    }
    this.paint();
  }

  changed() {
    if (!this.isInserting) {
      // What was wrong may be elsewhere now, or right.
      this.problems = [];
      this.paint();
      this.dispatchEvent(new Event("change"));
    }
  }

  paint() {
    const { text } = this;
    const edges = new Set([0, text.length]);
    const tokens = this.highlight(text);
    for (const { start, end } of [...tokens, ...this.problems]) {
      edges.add(Math.min(start, text.length)).add(Math.min(end, text.length));
    }
    const places = [...edges].sort((left, right) => left - right);
    const parts = [];
    let next = 0;
    for (let at = 0; at + 1 < places.length; at++) {
      const [start, end] = [places[at], places[at + 1]];
      while (next < tokens.length && tokens[next].end <= start) {
        next++;
      }
      const kind = tokens[next] && tokens[next].start <= start ? tokens[next].kind : null;
      const isWrong = this.problems.some(problem => problem.start <= start && end <= problem.end);
      const name = `${kind ? `explorer-${kind}` : ""}${isWrong ? " explorer-wrong" : ""}`.trim();
      parts.push(...inLines(text.slice(start, end), name));
    }

    // The last line needs something in it to have a height.
    this.back.replaceChildren(lineMark(), ...parts, "\n");
  }

  /** Where a character is on the screen. */
  rectangleAt(offset) {
    const walker = document.createTreeWalker(this.back, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left < node.length || (left === node.length && !walker.nextNode())) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, Math.min(left + 1, node.length));
        return range.getClientRects()[0] ?? range.getBoundingClientRect();
      }
      left -= node.length;
    }
    return this.back.getBoundingClientRect();
  }

  keyPressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const { selectionStart: start, selectionEnd: end, value } = this.area;
    if (event.key === "Enter") {
      event.preventDefault();
      this.breakLine(start, end, value);
    } else if (start === end && event.key in pairs && /^$|[\s)\]}]/.test(value[end] ?? "")) {
      event.preventDefault();
      this.insert(event.key + pairs[event.key], 1);
    } else if (start === end && Object.values(pairs).includes(event.key) && value[end] === event.key) {
      event.preventDefault();
      this.area.setSelectionRange(end + 1, end + 1);
    } else if (start === end && event.key === "Backspace" && pairs[value[start - 1]] !== undefined && pairs[value[start - 1]] === value[start]) {
      event.preventDefault();
      this.area.setSelectionRange(start - 1, start + 1);
      this.insert("");
    }
  }

  breakLine(start, end, value) {
    const line = value.slice(value.lastIndexOf("\n", start - 1) + 1, start);
    const indentation = line.match(/^ */)[0];
    const opener = value.slice(0, start).trimEnd().at(-1);
    const isOpen = opener in pairs && /[{([]\s*$/.test(line);
    const inner = isOpen ? `${indentation}  ` : indentation;
    const isBetween = isOpen && value[end] === pairs[opener];
    this.insert(`\n${inner}${isBetween ? `\n${indentation}` : ""}`, inner.length + 1);
  }
}
