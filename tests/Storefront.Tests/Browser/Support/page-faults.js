// What is wrong with the page as it is shown now, for people who read it on this screen, by keyboard or by ear: a list of sentences.
// Thresholds are those of WCAG 2.2 AA, with the contrast of small text asked of large text too.
() => {
  const leastContrast = 4.5;
  const leastOutlineContrast = 3;
  const leastTarget = 24;
  const faults = new Set();
  const name = element => element.localName + (element.id ? `#${element.id}` : [...element.classList].map(each => `.${each}`).join(""));
  const isShown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const isClipped = element => element.closest(".visually-hidden, .skip-link") !== null || getComputedStyle(element).clipPath.startsWith("inset(50%");

  fits();
  isStructured();
  isNamed();
  canBeRead();
  canBeReached();
  return [...faults];

  function fits() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right > width + 1).slice(0, 3).map(name);
      faults.add(`scrolls sideways (${document.documentElement.scrollWidth} on ${width}): ${wide.join(", ")}`);
    }
    for (const box of document.querySelectorAll(".card, .notice, .dialog:popover-open")) {
      const end = box.getBoundingClientRect().right - parseFloat(getComputedStyle(box).paddingRight);
      for (const text of textsIn(box)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        if (isShown(text.parentElement) && !isClipped(text.parentElement) && !isScrolled(text.parentElement, box) && range.getBoundingClientRect().right > end + 1) {
          faults.add(`${name(text.parentElement)} sticks out of its box: "${text.data.trim().slice(0, 30)}"`);
        }
      }
    }
  }

  function isStructured() {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(heading => heading.checkVisibility());
    const first = headings.filter(heading => heading.localName === "h1").length;
    if (first !== 1) {
      faults.add(`has ${first} h1`);
    }
    headings.reduce((above, heading) => {
      const level = Number(heading.localName[1]);
      if (level > above + 1) {
        faults.add(`has an ${heading.localName} below an h${above}: "${heading.textContent.trim().slice(0, 30)}"`);
      }
      return level;
    }, 0);
    if (document.querySelectorAll("main").length !== 1 || !document.title.trim() || !document.documentElement.lang) {
      faults.add("lacks its main part, its title or its language");
    }
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) {
      faults.add(`has the id ${id} twice`);
    }
    for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"]) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of element.getAttribute(attribute).split(" ").filter(each => each && !document.getElementById(each))) {
          faults.add(`${name(element)} names ${id} in ${attribute}, which is not there`);
        }
      }
    }
  }

  function isNamed() {
    for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
      if (![...(field.labels ?? [])].some(label => label.textContent.trim()) && !field.ariaLabel && !field.getAttribute("aria-labelledby")) {
        faults.add(`${name(field)} ${field.name} has no label`);
      }
    }
    for (const control of document.querySelectorAll("a[href], button, summary")) {
      if (!control.textContent.trim() && !control.ariaLabel && !control.getAttribute("aria-labelledby")) {
        faults.add(`${name(control)} has no name`);
      }
    }
    for (const picture of document.querySelectorAll("img:not([alt])")) {
      faults.add(`${name(picture)} has no alternative text`);
    }
  }

  function canBeRead() {
    for (const text of textsIn(document.body)) {
      const element = text.parentElement;
      if (!isShown(element) || isClipped(element) || element.closest("noscript, :disabled, [aria-disabled=true]")) {
        continue;
      }
      const behind = backgroundOf(element);
      const colour = paint(getComputedStyle(element).color);
      colour[3] *= opacityOf(element);
      const contrast = contrastOf(over(colour, behind), behind);
      if (contrast < leastContrast) {
        faults.add(`${name(element)} has a contrast of ${contrast.toFixed(2)}: "${text.data.trim().slice(0, 30)}"`);
      }
    }
  }

  function canBeReached() {
    const before = document.activeElement;
    const place = [scrollX, scrollY];
    for (const control of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
      if (!isShown(control) || control.matches(":disabled") || control.closest("[inert]")) {
        continue;
      }
      const { width, height } = control.getBoundingClientRect();
      const isInText = control.matches("a[href]") && getComputedStyle(control).display === "inline";
      const label = control.labels?.[0]?.getBoundingClientRect();
      if (!isInText && !isClipped(control) && Math.max(height, label?.height ?? 0) < leastTarget && Math.max(width, label?.width ?? 0) < leastTarget) {
        faults.add(`${name(control)} is only ${Math.round(width)} by ${Math.round(height)}: "${control.textContent.trim().slice(0, 30)}"`);
      }
      control.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement !== control) {
        continue;
      }
      const marked = [control, control.closest("label, .choice, .card-link, .row, tr"), control.nextElementSibling].find(each => each && isOutlined(each));
      if (!marked) {
        faults.add(`${name(control)} does not show that it has the focus: "${control.textContent.trim().slice(0, 30)}"`);
      }
    }
    if (before instanceof HTMLElement && before !== document.body) {
      before.focus({ preventScroll: true });
    } else {
      document.activeElement?.blur();
    }
    scrollTo(...place);
  }

  function isOutlined(element) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1
      && contrastOf(over(paint(outlineColor), backgroundOf(element.parentElement)), backgroundOf(element.parentElement)) >= leastOutlineContrast;
  }

  function textsIn(root) {
    // Without a filter of its own, which could not be called where scripts are switched off.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.data.trim() && !text.parentElement.closest("script, style, template")) {
        texts.push(text);
      }
    }
    return texts;
  }

  function isScrolled(element, box) {
    for (let at = element; at && at !== box; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible") {
        return true;
      }
    }
    return false;
  }

  function opacityOf(element) {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity);
    }
    return opacity;
  }

  // What is painted behind an element, without pictures; a page without any colour of its own is the browser's.
  function backgroundOf(element) {
    let colour = [0, 0, 0, 0];
    for (let at = element; at && colour[3] < 0.999; at = at.parentElement) {
      colour = over(colour, paint(getComputedStyle(at).backgroundColor));
    }
    return over(colour, paint("Canvas"));
  }

  // Every notation of a colour as red, green, blue (0 to 255) and how much it covers (0 to 1).
  function paint(colour) {
    paint.known ??= new Map();
    if (!paint.known.has(colour)) {
      paint.context ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
      paint.context.clearRect(0, 0, 1, 1);
      paint.context.fillStyle = colour;
      paint.context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = paint.context.getImageData(0, 0, 1, 1).data;
      paint.known.set(colour, [red, green, blue, alpha / 255]);
    }
    return [...paint.known.get(colour)];
  }

  function over(front, back) {
    const covers = front[3] + back[3] * (1 - front[3]);
    return covers === 0 ? [0, 0, 0, 0] : [...[0, 1, 2].map(at => (front[at] * front[3] + back[at] * back[3] * (1 - front[3])) / covers), covers];
  }

  function contrastOf(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(colour) {
    const [red, green, blue] = colour.slice(0, 3).map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
